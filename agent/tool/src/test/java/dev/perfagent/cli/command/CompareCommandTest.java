package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleSeries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Runs of version 1.9 in the beginning of November, of 2.0.0, a third slower, on the 20th. */
class CompareCommandTest {
    private static final String THEN = "2026-11-02T08:00:00Z";
    private static final String NOW = "2026-11-20T08:00:00Z";

    @TempDir
    private Path home;

    private SampleSeries series;

    @BeforeEach
    void begin() {
        series = new SampleSeries(home, 1, 0.05);
    }

    @Test
    void aRegressionIsToldInText() throws IOException {
        regress();

        ToolRun run = compare("--baseline", "version:1.9", "--current", "2026-11-20");

        assertThat(run.out()).isEqualTo(golden("compare.txt"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void aRegressionIsToldInMarkdown() throws IOException {
        regress();

        assertThat(compare("--baseline", "version:1.9", "--current", "7d", "--format", "markdown")
                        .out())
                .isEqualTo(golden("compare.md"));
    }

    @Test
    void aRegressionIsToldInJson() throws IOException {
        regress();

        ToolRun run = compare("--baseline", "version:1.9", "--current", "last 10", "--format", "json");

        JsonMapper mapper = JsonMapper.builder().build();
        assertThat(mapper.readTree(run.out())).isEqualTo(mapper.readTree(golden("compare.json")));
    }

    @ParameterizedTest
    @CsvSource({"warning, 1", "critical, 0", "never, 0"})
    void theExitCodeTellsABuild(String failOn, int code) throws IOException {
        regress();

        assertThat(compare("--baseline", "1.9", "--current", "2.0.0", "--fail-on", failOn)
                        .code())
                .isEqualTo(code);
        assertThat(compare("--baseline", "2.0.0", "--current", "1.9", "--fail-on", failOn)
                        .code())
                .isZero();
    }

    @Test
    void nothingChangedHasNoVerdictAgainst() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Path folder = home.resolve("seed" + seed);
            SampleSeries same = new SampleSeries(folder, seed, 0.2);
            same.add(12, THEN, 1800, run -> run.with("application_version", "1.9"));
            same.add(12, NOW, 1800, UnaryOperator.identity());

            assertThat(ToolRun.of(folder, "compare", "--baseline", "1.9", "--current", "7d", "--fail-on", "warning")
                            .code())
                    .isZero();
        }
    }

    @Test
    void fewRunsAreInconclusiveAndTellHowManyAreMissing() throws IOException {
        series.add(12, THEN, 1800, UnaryOperator.identity());
        series.add(4, NOW, 2400, UnaryOperator.identity());

        ToolRun run = compare("--baseline", "2026-11-02", "--current", "7d", "--fail-on", "warning");

        assertThat(run.out())
                .contains("inconclusive")
                .contains("whole command: a verdict needs about 2 more current runs.");
        assertThat(run.code()).isZero();
    }

    @Test
    void differentMachinesAreRefusedUnlessAskedFor() throws IOException {
        series.add(8, THEN, 1800, run -> run.fingerprint("aaaaaaaaaaaa"));
        series.add(8, NOW, 1800, run -> run.fingerprint("bbbbbbbbbbbb"));

        ToolRun refused = compare("--baseline", "2026-11-02", "--current", "7d");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--across-machines compares them all the same");
        assertThat(refused.out()).contains("aaaaaaaa").contains("bbbbbbbb").doesNotContain("whole command");

        ToolRun stated = compare("--baseline", "2026-11-02", "--current", "7d", "--across-machines");
        assertThat(stated.code()).isZero();
        assertThat(stated.out())
                .contains("runs of different machines are compared")
                .contains("whole command");
    }

    @Test
    void howFastTheMachinesAreIsShownAndDecidesNothing() throws IOException {
        series.add(
                8, THEN, 1000, run -> run.fingerprint("aaaaaaaaaaaa").scores("cpu_one_core=3000.00 jvm_start=40.00"));
        series.add(8, NOW, 1300, run -> run.fingerprint("bbbbbbbbbbbb").scores("cpu_one_core=3000.00 jvm_start=52.00"));

        String[] sides = {"--baseline", "2026-11-02", "--current", "7d", "--across-machines"};
        ToolRun plain = compare(sides);
        assertThat(plain.out().replaceAll("\\s+", " "))
                .contains("their speed bbbbbbbb against aaaaaaaa: the same")
                .contains("the same in CPU, one core; 1.30 x slower in JVM start")
                .doesNotContain("normalised");

        String[] asked = Arrays.copyOf(sides, 6);
        asked[5] = "--normalise";
        ToolRun normalised = compare(asked);
        assertThat(normalised.code()).isEqualTo(plain.code()).isEqualTo(1);
        assertThat(normalised.out().replaceAll("\\s+", " "))
                .containsPattern("normalised \\+\\S+ as measured, \\S+ without the machines' difference in JVM start");

        asked[5] = "--format=json";
        assertThat(compare(asked).out()).contains("\"jvm_start\":1.3").contains("\"normalised\":null");
        ToolRun wrong = compare("--baseline", "2026-11-02", "--current", "7d", "--normalise");
        assertThat(wrong.err()).contains("--normalise needs --across-machines");
        assertThat(wrong.code()).isEqualTo(2);
    }

    @Test
    void runsOfAMachineThatTheOtherSideLacksAreCounted() throws IOException {
        series.add(8, THEN, 1800, UnaryOperator.identity());
        series.add(5, "2026-11-03T08:00:00Z", 9000, run -> run.fingerprint("bbbbbbbbbbbb"));
        series.add(8, NOW, 1800, UnaryOperator.identity());

        assertThat(compare("--baseline", "2026-11-01..2026-11-10", "--current", "7d")
                        .out())
                .contains("8 before, 8 now")
                .contains("5 runs of other machines left out");
    }

    @Test
    void coldFailedAndKilledRunsAreCountedAndLeftOut() throws IOException {
        series.add(8, THEN, 1800, UnaryOperator.identity());
        series.add(2, "2026-11-02T10:00:00Z", 9000, run -> run.cold());
        series.add(1, "2026-11-02T11:00:00Z", 9000, run -> run.outcome("error", 1));
        series.add(3, "2026-11-02T12:00:00Z", 9000, run -> run.outcome("killed", null));
        series.add(8, NOW, 1800, UnaryOperator.identity());

        ToolRun run = compare("--baseline", "2026-11-02", "--current", "7d");

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("8 runs of 2026-11-02; left out: 2 cold, 1 failed, 3 killed");
    }

    @Test
    void aRunInBothCountsAsCurrent() throws IOException {
        series.add(20, NOW, 1800, UnaryOperator.identity());

        ToolRun run = compare("--baseline", "7d", "--current", "last 8");

        assertThat(run.out()).contains("8 runs; they count as current only").contains("12 before, 8 now");
        assertThat(compare("--baseline", "7d", "--current", "7d").err())
                .contains("all baseline runs are current runs, too");
    }

    @Test
    void labelsSelect() throws IOException {
        series.add(7, NOW, 1800, run -> run.label("branch", "main"));
        series.add(7, "2026-11-20T09:00:00Z", 3600, run -> run.label("branch", "mine"));

        ToolRun run = compare("--baseline", "label:branch=main", "--current", "branch=mine", "--fail-on", "critical");

        assertThat(run.out()).contains("critical");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aSingleRunIsInconclusive() throws IOException {
        regress();

        ToolRun run = compare("--baseline", "1.9", "--current", "run:0000000d");

        assertThat(run.out()).contains("12 before, 1 now").contains("inconclusive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nonsense | 'nonsense' is not a date, version, run id, saved baseline or file; give 7d,",
                "nonsense | versions here: 2.0.0, 1.9",
                "000000 | 22 runs have an id that begins with '000000': ",
                "run:xyz | no run has an id that begins with 'xyz'; 'runs' lists them",
                "last 0 | 'last 0' is not 'last N' with N from 1 to 5000",
                "last:99999 | 'last:99999' is not 'last N'",
                "date:soon | 'date:soon' is not a time; give date:7d",
                "label:=x | 'label:=x' is not a label; give label:NAME=VALUE or label:NAME",
                "baseline:x | no baseline is saved as 'x'",
                "file:no/such | there is no file 'no/such'",
                "version: | 'version:' is incomplete; say which",
            })
    void whatIsNotUnderstoodIsToldWithWhatItCouldBe(String word, String message) throws IOException {
        regress();

        ToolRun run = compare("--baseline", word, "--current", "7d");

        assertThat(run.err()).contains(message).contains("See: perf-agent compare --help");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void aWordThatMeansTwoThingsIsRefused() throws IOException {
        series.add(8, THEN, 1800, run -> run.with("application_version", "0000"));

        assertThat(compare("--baseline", "0000", "--current", "7d").err())
                .contains("'0000' may mean version:0000 or run:0000; say which");
    }

    @Test
    void sidesWithoutRunsAreTold() throws IOException {
        series.add(3, NOW, 1800, run -> run.cold());

        ToolRun run = compare("--baseline", "version:1", "--current", "7d");

        assertThat(run.err())
                .contains("no run matches 'version:1'; there ")
                .contains("none of the runs of '7d' can be compared: 3 cold");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void otherHistoriesAreRead() throws IOException {
        regress();

        ToolRun run = ToolRun.of(
                home.resolve("empty"),
                "compare",
                "--history",
                home.toString(),
                "--baseline",
                "1.9",
                "--current",
                "7d",
                "--command",
                "batch");

        assertThat(run.out()).contains("12 before, 10 now");
        assertThat(compare("--baseline", "1.9", "--current", "7d", "--command", "other")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void hostileNamesStayText() throws IOException {
        String hostile = "a\u001b[31m|<b>@x";
        series.add(7, THEN, 1800, run -> run.command(hostile).phase(hostile, 5));
        series.add(7, NOW, 1800, run -> run.command(hostile).phase(hostile, 5));

        for (String format : new String[] {"text", "json", "markdown"}) {
            assertThat(compare("--baseline", "2026-11-02", "--current", "7d", "--format", format)
                            .out())
                    .doesNotContain("\u001b")
                    .isNotEmpty();
        }
        assertThat(compare("--baseline", "2026-11-02", "--current", "7d", "--format", "markdown")
                        .out())
                .doesNotContain("<b>");
    }

    @Test
    void phasesThatCameAndWentAreNamed() throws IOException {
        series.add(8, THEN, 1800, run -> run.phase("old", 5));
        series.add(8, NOW, 1800, run -> run.phase("new", 5));

        assertThat(compare("--baseline", "2026-11-02", "--current", "7d").out())
                .contains("Phases only before: old.")
                .contains("Phases only now: new.");
    }

    @Test
    void helpHasAnExample() {
        assertThat(compare("--help").out()).contains("compare --baseline version:2.0.0 --current 7d");
        assertThat(compare("--baseline", "7d", "--current", "7d", "--format", "csv")
                        .err())
                .contains("'csv' is none of text, json, markdown");
    }

    @Test
    void aLineThatCannotBeReadIsToldOnce() throws IOException {
        regress();
        new SampleHome(home).addLine("2026-11-20", "build-7", "{\"cut");

        assertThat(compare("--baseline", "1.9", "--current", "2.0.0").err())
                .isEqualTo("perf-agent: skipped 1 line that is not a complete run\n");
    }

    @Test
    void aWarningEndsTheBuildUnlessAskedOnlyToLook() throws IOException {
        regress();

        assertThat(compare("--baseline", "1.9", "--current", "2.0.0").code()).isEqualTo(1);
        assertThat(compare("--baseline", "2.0.0", "--current", "1.9").code()).isZero();
        assertThat(compare("--baseline", "1.9", "--current", "2.0.0", "--fail-on", "no")
                        .err())
                .contains("'no' is none of warning, critical, never");
    }

    private void regress() throws IOException {
        series.add(12, THEN, 1800, run -> run.with("application_version", "1.9"));
        series.add(10, NOW, 2400, UnaryOperator.identity());
    }

    private ToolRun compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(List.of(arguments));
        return ToolRun.of(home, all.toArray(String[]::new));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = CompareCommandTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
