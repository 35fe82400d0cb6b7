package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

/** Some commands read files of the history more than once: what cannot be read is counted once and told once. */
class ReadMoreThanOnceTest {
    static final List<String> LINES = List.of(
            "runs --limit 100",
            "report",
            "analyze",
            "optimize",
            "check",
            "check last",
            "check b1",
            "check --since 7d",
            "check --since 7d --limit 1",
            "check --since 7d --command nosuch",
            "check a",
            "alerts --history",
            "export --format ndjson",
            "report --command nosuch",
            "compare --baseline 2.0.0 --current day",
            "compare --baseline a1 --current last",
            "compare --baseline week --current day --command nosuch",
            "compare --baseline version:7 --current a1",
            "baseline save one --runs a1 --force",
            "baseline save two --runs version:7");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    private SampleHome sample = new SampleHome(Path.of(""));

    @BeforeEach
    void runsOfTwoDaysWithDamage() throws IOException {
        sample = new SampleHome(home);
        for (int i = 1; i <= 8; i++) {
            sample.add(
                    SampleRun.plain("a" + i, "2026-11-18T09:0" + i + ":00Z").fingerprint("f"),
                    SampleRun.plain("b" + i, "2026-11-20T09:0" + i + ":00Z").fingerprint("f"));
        }
        for (String day : List.of("2026-11-18", "2026-11-20")) {
            sample.addLine(day, "build-7", "{\"schema\":1,\"execution_id\":\"cut o");
            sample.addLine(day, "build-7", "{\"schema\":99}");
        }
        sample.addLine("+12026-11-20", "build-7", "{}");
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void whatIsNoRunIsCountedOnce(String line) {
        assertThat(report(line)).containsOnlyOnce("""
            perf-agent: skipped 3 lines that are not complete runs
            perf-agent: skipped 2 lines of a newer perf-agent; use that version to see them
            """).containsOnlyOnce("complete run");
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void aFileThatCannotBeReadIsCountedOnce(String line) throws IOException {
        Files.createDirectories(sample.historyFile("2026-11-19", "a-folder"));
        Files.createDirectories(sample.historyFile("2026-11-20", "b-folder"));

        assertThat(report(line)).containsOnlyOnce("cannot read").contains("(and 1 more)");
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void aMarkerThatIsNoneIsToldOnce(String line) throws IOException {
        Files.createDirectories(home.resolve("running/5-1.json"));

        assertThat(report(line)).containsOnlyOnce("perf-agent: left ");
    }

    @Test
    void programsAreGivenTheSameFigure() {
        for (String line : List.of("check", "check --since 7d", "report", "runs --limit 100", "export")) {
            ToolRun run = ToolRun.of(home, (line + " --format json").split(" "));
            int skipped = JsonMapper.shared()
                    .readTree(run.out())
                    .findValue("skipped_lines")
                    .intValue();
            assertThat(skipped).as(line).isEqualTo(5);
        }
    }

    private String report(String line) {
        return ToolRun.of(home, line.split(" ")).err();
    }
}
