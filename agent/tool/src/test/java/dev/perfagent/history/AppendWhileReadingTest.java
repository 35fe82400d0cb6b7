package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.prune.ExpiredDay;
import dev.perfagent.prune.Pruner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 64 processes append to one file with the agent's own journal, as those of a build do, while it is read in a loop, and an old
 * day that somebody still writes to is deleted again and again.
 */
class AppendWhileReadingTest {
    private static final int PROCESSES = 64;
    private static final int RUNS = 50;
    private static final String OLD_DAY = "history/date=2026-01-01";
    private static final RunSelection RECENT =
            RunSelection.ALL.in(TimeRange.since(Instant.parse("2026-11-01T00:00:00Z")));

    @Test
    void everyLineIsWholeAndNothingIsLost(@TempDir Path home) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(home, i));
        }
        AtomicBoolean over = new AtomicBoolean();
        FutureTask<Integer> pruning = new FutureTask<>(() -> prune(home, over));
        new Thread(pruning).start();
        try {
            long seen = 0;
            while (processes.stream().anyMatch(Process::isAlive)) {
                History history = new History(home);
                long now = history.collect(RECENT, Collectors.counting());
                assertThat(history.tally().skippedLines()).isZero();
                assertThat(history.tally().unreadableFiles()).isZero();
                assertThat(now).isGreaterThanOrEqualTo(seen);
                seen = now;
            }
        } finally {
            over.set(true);
            processes.forEach(Process::destroyForcibly);
        }
        assertThat(pruning.get()).isPositive();

        for (Process process : processes) {
            assertThat(process.waitFor())
                    .as(Files.readString(home.resolve("err")))
                    .isZero();
        }
        for (Path file : FolderListing.of(home.resolve("history/date=2026-11-20"), "*")) {
            assertThat(Files.readAllLines(file))
                    .allMatch(line -> line.startsWith("{") && line.strip().endsWith("}"));
        }
        History history = new History(home);
        Set<String> ids = history.collect(
                RunSelection.ALL, Collectors.mapping(StoredRun::id, Collectors.toCollection(HashSet::new)));
        assertThat(ids).hasSize(PROCESSES * RUNS);
        assertThat(history.collect(RunSelection.ALL, Collectors.counting())).isEqualTo(PROCESSES * RUNS);
        assertThat(history.tally().isWhole()).isTrue();
    }

    /** How often it was done. */
    private static int prune(Path home, AtomicBoolean over) throws IOException {
        Pruner pruner = new Pruner(home, Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC));
        int times = 0;
        do {
            Path day = Files.createDirectories(home.resolve(OLD_DAY));
            Files.writeString(day.resolve("vm.ndjson"), "{}\n");
            for (ExpiredDay old : pruner.beyondDays(30)) {
                assertThat(old.folder()).isEqualTo(day);
                pruner.delete(old);
                times++;
            }
        } while (!over.get());
        return times;
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
