package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Runs chosen by version and label, in all commands that choose runs. */
class KindOfRunsTest {
    static final List<String> READERS = List.of(
            "runs",
            "runs --format json",
            "report",
            "report --format csv",
            "analyze",
            "optimize",
            "check",
            "check last",
            "check --since 7d",
            "alerts --history",
            "export --format ndjson");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @BeforeEach
    void runsOfTwoVersionsAndBranches() throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.plain("old-main", "2026-11-18T09:00:00Z")
                                .with("application_version", "1.9")
                                .label("branch", "main")
                                .label("ci", "yes"),
                        SampleRun.plain("new-main", "2026-11-19T09:00:00Z").label("branch", "main"),
                        SampleRun.plain("new-topic", "2026-11-19T10:00:00Z").label("branch", "topic=1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --version 1.9                        | old-main
        --version 2.0.0                      | new-main new-topic
        --label branch=main                  | old-main new-main
        --label branch=topic=1               | new-topic
        --label ci                           | old-main
        --label branch                       | old-main new-main new-topic
        --label branch=main --label ci=yes   | old-main
        --label branch=main --version 2.0.0  | new-main
        --version 2.0.0 --label branch=topic=1 | new-topic
        """)
    void thoseThatFitAreChosen(String filter, String ids) {
        for (String command : List.of("runs --format json", "export --format ndjson")) {
            String out = ToolRun.of(home, (command + " " + filter).split(" ")).out();
            for (String id : List.of("old-main", "new-main", "new-topic")) {
                assertThat(out.contains(id))
                        .as(command + " " + id)
                        .isEqualTo(List.of(ids.split(" ")).contains(id));
            }
        }
        int count = ids.split(" ").length;
        assertThat(report("report --format json " + filter).out()).contains("\"summary\":{\"runs\":" + count + ",");
        assertThat(report("analyze --format json " + filter).out()).contains("\"summary\":{\"runs\":" + count + ",");
        assertThat(report("check --since 7d " + filter).out()).contains(count + (count == 1 ? " run:" : " runs:"));
        assertThat(report("check " + filter).out()).contains("run " + ids.substring(ids.lastIndexOf(' ') + 1));
        assertThat(report("optimize " + filter).err())
                .isEqualTo("Nothing to save was found in " + count + (count == 1 ? " run.\n" : " runs.\n"));
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void whatNoRunIsOfIsToldWithWhatThereIs(String command) {
        assertThat(none(command, "--version 2.0.1"))
                .isEqualTo("perf-agent: no run has version '2.0.1'; did you mean '2.0.0'?\n");
        assertThat(none(command, "--label brnch=main"))
                .isEqualTo("perf-agent: no run has a label 'brnch'; did you mean 'branch'?\n");
        assertThat(none(command, "--label branch=mian"))
                .isEqualTo("perf-agent: no run has the label 'branch=mian'; did you mean 'main'?\n");
        assertThat(none(command, "--label branch=zzzzzz"))
                .isEqualTo("perf-agent: no run has the label 'branch=zzzzzz'; there are main, topic=1\n");
    }

    @Test
    void runsOfBenchmarksAndProfilersCountOnlyWhenTheyAreChosen() throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.plain("bench-1", "2026-11-19T11:00:00Z").label("benchmark", "s1"),
                        SampleRun.plain("bench-2", "2026-11-19T11:01:00Z").label("benchmark", "s1"),
                        SampleRun.plain("profile-1", "2026-11-19T11:02:00Z").label("profiled", "true"),
                        SampleRun.plain("not-profiled", "2026-11-19T11:03:00Z").label("profiled", "false"));
        String counts = "\"profiled\":%d,\"benchmark\":%d,\"timed\":%d,";
        for (String command : List.of("report --format json ", "analyze --format json ")) {
            assertThat(report(command).out()).as(command).contains(counts.formatted(1, 2, 4));
            assertThat(report(command + "--label benchmark").out()).as(command).contains(counts.formatted(0, 0, 2));
            assertThat(report(command + "--label benchmark=s1").out())
                    .as(command)
                    .contains(counts.formatted(0, 0, 2));
            assertThat(report(command + "--label profiled=true").out())
                    .as(command)
                    .contains(counts.formatted(0, 0, 1));
        }
        assertThat(report("report").out()).contains("not timed      1 profiled, 2 of benchmarks");
        assertThat(report("optimize").err()).isEqualTo("Nothing to save was found in 4 runs.\n");
        assertThat(report("optimize --label benchmark").err()).isEqualTo("Nothing to save was found in 2 runs.\n");
        assertThat(report("compare --baseline label:benchmark --current label:branch")
                        .out())
                .doesNotContain("part of a benchmark")
                .contains("batch");
        assertThat(report("compare --baseline version:1.9 --current version:2.0.0 --format json")
                        .out())
                .contains("\"profiled\":1,\"benchmark\":2,");
    }

    @Test
    void whatNeverComesTogetherIsTold() {
        assertThat(none("report", "--label ci=yes --version 2.0.0"))
                .isEqualTo("perf-agent: no run matches; each of these has runs, but none has all of them\n");
        assertThat(none("runs", "--version 1.9 --timeframe 2026-11-01"))
                .isEqualTo("perf-agent: no run matches; the newest run of that kind began at 2026-11-18 10:00\n");
    }

    @Test
    void aReportSaysOfWhichRunsItIs() {
        String filter = " --version 2.0.0 --label branch=main";
        assertThat(report("report" + filter).out()).containsPattern("only +version 2.0.0, branch=main\n");
        assertThat(report("analyze --format markdown" + filter).out()).contains("version 2.0.0, branch=main");
        assertThat(report("report --format json" + filter).out())
                .contains("\"version\":\"2.0.0\",\"labels\":{\"branch\":\"main\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        check old-main --version 1.9    | --version and --label choose among runs; 'old-main' is one already
        alerts --label branch=main      | alerts.log has no versions and labels; add --history, because the runs have them
        runs --label =main              | '=main' is no label; give NAME=VALUE or NAME
        """)
    void whatWouldChangeNothingIsRefused(String line, String message) {
        assertThat(none(line, "")).contains(message);
    }

    private String none(String command, String filter) {
        ToolRun run = report((command + " " + filter).strip());
        assertThat(run.code()).as(command).isEqualTo(ExitCode.USAGE);
        return run.err();
    }

    private ToolRun report(String line) {
        return ToolRun.of(home, line.split(" "));
    }
}
