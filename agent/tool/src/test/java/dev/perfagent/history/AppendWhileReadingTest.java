package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 64 processes append to one file with the agent's own journal, as those of a build do, while it is read in a loop. */
class AppendWhileReadingTest {
    private static final int PROCESSES = 64;
    private static final int RUNS = 50;

    @Test
    void everyLineIsWholeAndNothingIsLost(@TempDir Path home) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(home, i));
        }
        try {
            long seen = 0;
            while (processes.stream().anyMatch(Process::isAlive)) {
                History history = new History(home);
                long now = history.collect(RunSelection.ALL, Collectors.counting());
                assertThat(history.tally().skippedLines()).isZero();
                assertThat(history.tally().unreadableFiles()).isZero();
                assertThat(now).isGreaterThanOrEqualTo(seen);
                seen = now;
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }

        for (Process process : processes) {
            assertThat(process.waitFor())
                    .as(Files.readString(home.resolve("err")))
                    .isZero();
        }
        History history = new History(home);
        Set<String> ids = history.collect(
                RunSelection.ALL, Collectors.mapping(StoredRun::id, Collectors.toCollection(HashSet::new)));
        assertThat(ids).hasSize(PROCESSES * RUNS);
        assertThat(history.collect(RunSelection.ALL, Collectors.counting())).isEqualTo(PROCESSES * RUNS);
        assertThat(history.tally().isWhole()).isTrue();
    }

    private static Process start(Path home, int seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendMain.class.getName(),
                        home.toString(),
                        Integer.toString(seed),
                        Integer.toString(RUNS))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("err").toFile()))
                .start();
    }
}
