package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each older day has one line more that is no run, so what is said about such lines says how many days were opened. */
class CheckStopsEarlyTest {
    private final Path home;

    CheckStopsEarlyTest(@TempDir Path folder) {
        home = folder.resolve("home");
    }

    @Test
    void fiftyRunsOfItsVersionOnTheSameDayAreEnough() throws IOException {
        day("2026-11-18", "2.0.0", "batch", 60);
        day("2026-11-19", "2.0.0", "batch", 60);
        day("2026-11-20", "2.0.0", "batch", 51);

        assertThat(opened(check())).isEqualTo(1);
    }

    @Test
    void withOneLessTheDayBeforeIsReadToo() throws IOException {
        day("2026-11-18", "2.0.0", "batch", 60);
        day("2026-11-19", "2.0.0", "batch", 60);
        day("2026-11-20", "2.0.0", "batch", 50);

        assertThat(opened(check())).isEqualTo(2);
    }

    @Test
    void runsOfOtherVersionsAreNotLookedAtForEver() throws IOException {
        day("2026-11-17", "1.0.0", "batch", 60);
        day("2026-11-18", "1.0.0", "batch", 500);
        day("2026-11-19", "1.0.0", "batch", 500);
        day("2026-11-20", "2.0.0", "batch", 1);

        assertThat(opened(check())).isEqualTo(3);
    }

    @Test
    void runsOfOtherCommandsAreNoEvidence() throws IOException {
        day("2026-11-18", "2.0.0", "batch", 60);
        day("2026-11-19", "2.0.0", "list", 60);
        day("2026-11-20", "2.0.0", "batch", 1);

        assertThat(opened(check())).isEqualTo(3);
    }

    @Test
    void daysAfterTheRunAreNotItsEvidence() throws IOException {
        day("2026-11-18", "2.0.0", "batch", 60);
        day("2026-11-19", "2.0.0", "batch", 60);
        day("2026-11-20", "2.0.0", "batch", 60);

        ToolRun run = check("2026-11-19-55");

        assertThat(opened(run)).isEqualTo(1);
        assertThat(run.out()).contains("run 2026-11-19-55");
    }

    @Test
    void allThatAreJudgedHaveTheirEvidence() throws IOException {
        day("2026-11-17", "2.0.0", "batch", 60);
        day("2026-11-18", "2.0.0", "batch", 60);
        day("2026-11-19", "2.0.0", "batch", 10);
        day("2026-11-20", "2.0.0", "batch", 60);

        ToolRun run = check("--since", "2026-11-19", "--limit", "70", "--format", "json");

        assertThat(opened(run)).isEqualTo(3);
        assertThat(run.out()).contains("\"execution_id\":\"2026-11-19-0\"").doesNotContain("\"runs\":49");
    }

    private ToolRun check(String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "check";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return ToolRun.of(home, arguments);
    }

    /** Days opened for evidence: such a line counts once, however often its day is read, and not while an id is looked for. */
    private static int opened(ToolRun run) {
        String said = run.err().lines().filter(line -> line.contains("skipped")).reduce("", (first, last) -> last);
        return Integer.parseInt(said.replaceAll("\\D+", ""));
    }

    private void day(String date, String version, String command, int runs) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.addLine(date, "build-7", "no run");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < runs; i++) {
            lines.append(SampleRun.plain(date + "-" + i, date + "T08:" + two(i / 60) + ":" + two(i % 60) + "Z")
                            .command(command)
                            .with("application_version", version)
                            .took(1000 + i % 7)
                            .fingerprint("f")
                            .line())
                    .append('\n');
        }
        SampleHome.append(sample.historyFile(date, "build-7"), lines.toString());
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
