package dev.perfagent.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.command.ToolRun;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever command it is, a name that is not there or a choice that no run fits ends with 2, and says what there is. */
class NoRunFitsTest {
    /** All that choose among runs by name and time. */
    static final List<String> READERS = List.of(
            "runs",
            "runs --format json",
            "report",
            "report --format json",
            "report --format csv",
            "analyze",
            "analyze --format markdown",
            "optimize",
            "check --since 7d",
            "check --since 7d --format junit",
            "export --format ndjson",
            "export --format json");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @BeforeEach
    void someRuns() throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.plain("0a", "2026-11-19T09:00:00Z").command("build"),
                        SampleRun.plain("0b", "2026-11-19T10:00:00Z").command("list"),
                        SampleRun.plain("0c", "2026-11-18T09:00:00Z")
                                .application("checkstyle")
                                .command("verify"));
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void aNameThatWasNeverRecordedIsToldWithTheOneThatWasMeant(String command) {
        assertThat(report(command + " --command biuld"))
                .isEqualTo("perf-agent: no command 'biuld' was recorded; did you mean 'build'?\n");
        assertThat(report(command + " --application chekstyle"))
                .isEqualTo("perf-agent: no application 'chekstyle' was recorded; did you mean 'checkstyle'?\n");
        assertThat(report(command + " --application checkstyle --command build"))
                .isEqualTo("perf-agent: no command 'build' was recorded of 'checkstyle'; there is verify\n");
        assertThat(report(command + " --command zzzzzz"))
                .isEqualTo("perf-agent: no command 'zzzzzz' was recorded; there are build, list, verify\n");
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void aTimeWithoutRunsIsToldWithThatOfTheNewest(String command) {
        String earlier = command.replace(" --since 7d", "");
        assertThat(report(earlier + " --timeframe 2026-11-01"))
                .isEqualTo("perf-agent: no run matches; the newest run began at 2026-11-19 11:00\n");
        assertThat(report(earlier + " --timeframe 2026-11-01 --command build"))
                .isEqualTo("perf-agent: no run matches; the newest run of that name began at 2026-11-19 10:00\n");
    }

    @ParameterizedTest
    @FieldSource("READERS")
    @ValueSource(strings = {"compare --baseline 30d --current 7d", "baseline save new"})
    void anEmptyHistorySaysHowToFillIt(String command, @TempDir Path empty) {
        ToolRun run = ToolRun.of(empty, command.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("No runs in " + empty + " yet. To record some:\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        runs show 0z                                   | no run has an id that begins with '0z'; the newest are 0b, 0a, 0c
        check 0z                                       | no run has an id that begins with '0z'; the newest are 0b, 0a, 0c
        runs --outcome killed                          | no run has the outcome 'killed'
        check --command biuld                          | no command 'biuld' was recorded; did you mean 'build'?
        check last --command biuld                     | no command 'biuld' was recorded; did you mean 'build'?
        alerts --command biuld                         | no command 'biuld' was recorded; did you mean 'build'?
        alerts --application gphm                      | no application 'gphm' was recorded; did you mean 'ghpm'?
        compare --baseline 7d --current 7d --command biuld | no command 'biuld' was recorded; did you mean 'build'?
        compare --baseline version:2.0.1 --current 7d  | no run matches 'version:2.0.1'; did you mean '2.0.0'?
        compare --baseline 2.0.1 --current 7d          | '2.0.1' is not a date, version, run id, saved baseline or file; did
        compare --baseline relaese-2 --current 7d      | did you mean 'release-2'?
        compare --baseline baseline:relaese-2 --current 7d | no baseline is saved as 'relaese-2'; did you mean 'release-2'?
        baseline save new --command biuld              | no command 'biuld' was recorded; did you mean 'build'?
        baseline save new --runs version:7             | no run matches 'version:7'; there is 2.0.0
        baseline write relaese-2 benchmarks.yml        | no baseline is saved as 'relaese-2'; did you mean 'release-2'?
        baseline delete relaese-2                      | no baseline is saved as 'relaese-2'; did you mean 'release-2'?
        plan show nosuch                               | no plan has 'nosuch' in its name; there are no plans in
        plan clear nosuch                              | no plan has 'nosuch' in its name; there are no plans in
        """)
    void otherNamesThatAreNotThereAreToldTheSameWay(String line, String message) {
        assertThat(ToolRun.of(home, "baseline", "save", "release-2").code()).isZero();

        assertThat(report(line)).startsWith("perf-agent: ").contains(message);
    }

    @Test
    void aReasonThatHoldsForBothSidesIsToldOnce() {
        assertThat(report("compare --baseline 7d --current last --command biuld"))
                .isEqualTo("perf-agent: no command 'biuld' was recorded; did you mean 'build'?\n");
        assertThat(report("compare --baseline version:7 --current version:7"))
                .isEqualTo("perf-agent: no run matches 'version:7'; there is 2.0.0\n");
        assertThat(report("compare --baseline version:7 --current version:8"))
                .isEqualTo("perf-agent: no run matches 'version:7'; there is 2.0.0\n"
                        + "perf-agent: no run matches 'version:8'; there is 2.0.0\n");
    }

    @Test
    void whatWasExportedBeforeStaysWhenNothingFits(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("runs.ndjson"), "before");
        Path table = Files.writeString(folder.resolve("runs.csv"), "before");

        assertThat(report("export --format ndjson --command biuld --out " + file))
                .contains("did you mean 'build'?");
        assertThat(report("export --format csv --command biuld --out " + folder))
                .contains("did you mean 'build'?");

        assertThat(file).hasContent("before");
        assertThat(table).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**/.*").isDirectoryNotContaining("glob:**/timing.csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        alerts         | No alerts.
        baseline list  | No baselines. To save one:
        plan list      | No plans in
        """)
    void aListThatIsEmptyIsAnAnswer(String line, String message) {
        ToolRun run = ToolRun.of(home, line.split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith(message);
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void aHomeThatIsNoneIsToldByEveryCommand(String command, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        Path none = folder.resolve("none");
        for (String line :
                List.of(command, "alerts", "explain", "plan list", "baseline list", "prune", "runs show last")) {
            assertThat(homeIs(file, line)).contains("is not a folder; correct --home");
            assertThat(homeIs(link, line)).contains("is a link that leads nowhere; correct --home");
            assertThat(homeIs(none, line)).contains("does not exist; correct --home, or leave it out for '");
        }
        assertThat(none).doesNotExist();
    }

    private static String homeIs(Path place, String line) {
        ToolRun run = ToolRun.of(place, (line + " --home " + place).split(" "));
        assertThat(run.code()).as(line).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    private String report(String line) {
        ToolRun run = ToolRun.of(home, line.split(" "));
        assertThat(run.code()).as(line).isEqualTo(2);
        return run.err();
    }
}
