package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BaselineCommandTest {
    @TempDir
    private Path home;

    private SampleSeries series;

    @BeforeEach
    void fill() throws IOException {
        series = new SampleSeries(home, 1, 0.05);
        series.add(12, "2026-11-02T08:00:00Z", 1800, run -> run.with("application_version", "1.9"));
        series.add(2, "2026-11-02T09:00:00Z", 9000, run -> run.cold());
    }

    @Test
    void whatWasSavedCanBeComparedWithWhenTheHistoryIsGone() throws IOException {
        ToolRun saved = tool("baseline", "save", "release-1", "--runs", "2026-11-02");
        assertThat(saved.out()).isEqualTo("saved release-1: 12 runs of 1 command; left out: 2 cold\n");
        delete(home.resolve("history"));
        series.add(10, "2026-11-20T08:00:00Z", 2400, UnaryOperator.identity());

        for (String word :
                new String[] {"release-1", "baseline:release-1", "file:" + home + "/baselines/release-1.json"}) {
            ToolRun run = tool("compare", "--baseline", word, "--current", "7d", "--fail-on", "warning");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("12 before, 10 now").contains("2 cold");
        }
    }

    @Test
    void savedRunsThatAreCurrentOnesTooCountOnce() {
        tool("baseline", "save", "all", "--runs", "2026-11-02");

        assertThat(tool("compare", "--baseline", "all", "--current", "last 6").out())
                .contains("6 before, 6 now");
    }

    @Test
    void itIsReplacedOnlyWhenForced() throws IOException {
        tool("baseline", "save", "mine");
        series.add(3, "2026-11-20T08:00:00Z", 2400, UnaryOperator.identity());

        ToolRun again = tool("baseline", "save", "mine", "--runs", "7d");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("there is a baseline 'mine' already; --force replaces it");
        assertThat(list().path("runs").intValue()).isEqualTo(12);

        assertThat(tool("baseline", "save", "mine", "--runs", "7d", "--force").code())
                .isZero();
        assertThat(list().path("runs").intValue()).isEqualTo(3);
        try (var files = Files.list(home.resolve("baselines"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such permissions there")
    void onlyItsOwnerCanReadIt() throws IOException {
        tool("baseline", "save", "mine");

        assertThat(permissions(home.resolve("baselines"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("baselines/mine.json"))).isEqualTo("rw-------");
    }

    @Test
    void listsAndDeletes() {
        assertThat(tool("baseline", "list").err()).startsWith("No baselines.");
        tool("baseline", "save", "release-1", "--runs", "1.9");
        tool("baseline", "save", "a");

        assertThat(tool("baseline", "list").out()).isEqualTo("""
                NAME       SAVED                RUNS  COMMANDS  RUNS OF
                a          2026-11-20 11:00:00    12         1  last 30
                release-1  2026-11-20 11:00:00    12         1  version:1.9
                """);
        ToolRun both = tool("baseline", "delete", "a", "../x");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.out()).isEqualTo("deleted a\n");
        assertThat(both.err()).contains("no baseline is saved as '../x'");
        assertThat(tool("baseline", "delete", "release-1", "--format", "json").out())
                .isEqualTo("{\"schema\":1,\"deleted\":[\"release-1\"]}\n");
        assertThat(tool("baseline", "list").out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".hidden", "../up", "a/b", "a b", "7d", "last", "day", "2026-11-01"})
    void namesThatAreNoneOrMeanSomethingElse(String name) {
        ToolRun run = tool("baseline", "save", name);

        assertThat(run.code()).isEqualTo(2);
        assertThat(home.resolve("baselines")).doesNotExist();
    }

    @Test
    void withoutRunsNothingIsSaved() {
        ToolRun run = tool("baseline", "save", "mine", "--runs", "version:7");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("perf-agent: no run matches 'version:7'; there are 1.9, 2.0.0\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"kind\":\"perf-agent baseline\"}",
                "{\"kind\":\"perf-agent baseline\",\"schema\":2}",
                "{\"kind\":\"perf-agent baseline\",\"schema\":1,\"commands\":[{\"runs\":[{}]}]}",
                "{\"kind\":\"perf-agent baseline\",\"schema\":1,\"commands\":[{\"runs\":[{\"timestamp\":"
                        + "\"2026-11-02T08:00:00Z\",\"total_ms\":1e999}]}]}",
            })
    void aFileThatIsNoBaselineIsTold(String content) throws IOException {
        Files.createDirectories(home.resolve("baselines"));
        Files.writeString(home.resolve("baselines/bad.json"), content);

        ToolRun run = tool("compare", "--baseline", "bad", "--current", "last 6");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("perf-agent: cannot read ").contains("bad.json: ");
        tool("baseline", "save", "good");
        ToolRun list = tool("baseline", "list");
        assertThat(list.code()).isEqualTo(3);
        assertThat(list.out()).contains("good");
    }

    @Test
    void theMedianGoesIntoTheFile() throws IOException {
        Path file = home.resolve("benchmarks.yml");
        String text = "benchmarks:\n  commands:\n    batch: { baseline_ms: 5 }   # mine\n";
        Files.writeString(file, text);
        tool("baseline", "save", "mine");

        ToolRun dry = tool("baseline", "write", "mine", file.toString(), "--dry-run");
        assertThat(dry.out()).isEqualTo("""
                --- benchmarks.yml
                +++ benchmarks.yml
                @@ -1,3 +1,3 @@
                 benchmarks:
                   commands:
                -    batch: { baseline_ms: 5 }   # mine
                +    batch: { baseline_ms: 1812 }   # mine
                """);
        assertThat(dry.err()).isEqualTo("Nothing was written.\n");
        assertThat(file).hasContent(text);

        ToolRun run = tool("baseline", "write", "mine", file.toString());
        assertThat(run.err()).isEqualTo("wrote " + file + ": 1 change\n");
        assertThat(Files.readString(file)).isEqualTo(text.replace(" 5 ", " 1812 "));
        assertThat(tool("baseline", "write", "mine", file.toString()).err()).contains("has these values already");
    }

    /** The saved median is 1812 ms. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target_ms: 2000 | baseline_ms 1812 is under its target_ms 2000, so no run could be rated good",
                "max_acceptable_ms: 1500 | baseline_ms 1812 is over its max_acceptable_ms 1500, so a usual run would break",
                "target_ms: 1000, max_acceptable_ms: 1811.5 | is over its max_acceptable_ms 1811.5"
            })
    void aBaselineThatDoesNotFitTheOtherLimitsIsWrittenOnlyWhenForced(String limits, String message)
            throws IOException {
        Path file = home.resolve("benchmarks.yml");
        String text = "benchmarks:\n  commands:\n    batch: { baseline_ms: 5, " + limits + " }\n";
        Files.writeString(file, text);
        tool("baseline", "save", "mine");

        ToolRun refused = tool("baseline", "write", "mine", file.toString());
        assertThat(refused.err()).contains(message).contains("nothing was written; --force writes it anyway");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(file).hasContent(text);

        ToolRun dry = tool("baseline", "write", "mine", file.toString(), "--dry-run");
        assertThat(dry.err()).contains(message);
        assertThat(dry.code()).isZero();

        ToolRun forced = tool("baseline", "write", "mine", file.toString(), "--force");
        assertThat(forced.err()).contains(message).contains("wrote ");
        assertThat(forced.code()).isZero();
        assertThat(Files.readString(file)).isEqualTo(text.replace(" 5,", " 1812,"));
    }

    @Test
    void aBaselineBetweenTargetAndMaximumIsWrittenWithoutAWord() throws IOException {
        Path file = home.resolve("benchmarks.yml");
        Files.writeString(
                file,
                "benchmarks: { commands: { batch: { target_ms: 1812, max_acceptable_ms: 1812 }, other: { target_ms: 9999 } } }");
        tool("baseline", "save", "mine");

        ToolRun run = tool("baseline", "write", "mine", file.toString());
        assertThat(run.err()).isEqualTo("wrote " + file + ": 1 change\n");
    }

    @Test
    void aFileThatIsNotThereIsMade() throws IOException {
        tool("baseline", "save", "mine");

        assertThat(tool("baseline", "write", "mine", home.resolve("new.yml").toString())
                        .code())
                .isZero();
        assertThat(Files.readString(home.resolve("new.yml")))
                .isEqualTo("benchmarks:\n  commands:\n    batch:\n      baseline_ms: 1812\n");
        assertThat(tool("baseline", "write", "mine", home.resolve("no/new.yml").toString())
                        .code())
                .isEqualTo(3);
    }

    @Test
    void aFileThatCannotBeEditedIsLeftAloneAndTheTextToPasteIsTold() throws IOException {
        Path file = home.resolve("benchmarks.yml");
        Files.writeString(file, "benchmarks: [oops\n");
        tool("baseline", "save", "mine");

        ToolRun run = tool("baseline", "write", "mine", file.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("benchmarks.yml was not changed: ")
                .endsWith("Paste this:\nbenchmarks:\n  commands:\n    batch:\n      baseline_ms: 1812\n");
        assertThat(file).hasContent("benchmarks: [oops\n");
    }

    @Test
    void ofSeveralMachinesTheOneWithMostRunsCounts() throws IOException {
        series.add(3, "2026-11-02T10:00:00Z", 9000, run -> run.fingerprint("other"));
        series.add(2, "2026-11-02T10:00:00Z", 100, run -> run.command("status"));
        tool("baseline", "save", "mine");

        ToolRun run = tool("baseline", "write", "mine", home.resolve("b.yml").toString(), "--dry-run");

        assertThat(run.out()).contains("+      baseline_ms: 1812");
        assertThat(run.err())
                .contains("batch: 3 of its 15 runs are of other machines and left out")
                .contains("status: the median of 2 runs is no more than a hint");
    }

    @Test
    void theSameCommandOfTwoApplicationsIsRefused() throws IOException {
        series.add(3, "2026-11-02T10:00:00Z", 9000, run -> run.application("other"));
        tool("baseline", "save", "mine");

        ToolRun run = tool("baseline", "write", "mine", home.resolve("b.yml").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("several applications have a command 'batch'; give --application NAME");
    }

    private JsonNode list() {
        return JsonMapper.shared()
                .readTree(tool("baseline", "list", "--format", "json").out())
                .path("baselines")
                .path(0);
    }

    private ToolRun tool(String... arguments) {
        return ToolRun.of(home, arguments);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
