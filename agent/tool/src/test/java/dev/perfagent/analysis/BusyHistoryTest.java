package dev.perfagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Contention;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.TimeSeries;
import dev.perfagent.threshold.SimulationScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes over time in series that were recorded on machines with other work, in windows of one of them. */
class BusyHistoryTest {
    private static final Path SERIES = Path.of("../core/src/test/resources");
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Analyzer ANALYZER = new Analyzer(ZoneOffset.UTC);

    /** How far a window begins after the one before it. */
    private static final int STEP = SimulationScope.IS_WHOLE ? 20 : 60;

    /** Its own work is half as much again from the middle on. */
    private static final double MORE = 0.5;

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100})
    void unchangedRunsShowNoChangeAndMoreWorkDoes(int size) throws IOException {
        List<List<Seen>> windows = windows(size);
        int found = 0;
        int foundByWallTime = 0;
        int foundWithMore = 0;
        for (List<Seen> window : windows) {
            found += changes(window, true).isEmpty() ? 0 : 1;
            foundByWallTime += changes(window, false).isEmpty() ? 0 : 1;
            List<Seen> more = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                more.add(i < size / 2 ? window.get(i) : window.get(i).working(MORE));
            }
            foundWithMore += changes(more, true).stream().anyMatch(Change::isSlower) ? 1 : 0;
        }
        String figures = String.format(
                Locale.ROOT,
                "%d windows of %d runs: %d changed, %d by wall time; with more work %d",
                windows.size(),
                size,
                found,
                foundByWallTime,
                foundWithMore);
        assertThat((double) found / windows.size()).as(figures).isLessThan(0.03);
        assertThat((double) foundByWallTime / windows.size()).as(figures).isGreaterThan(0.2);
        assertThat((double) foundWithMore / windows.size()).as(figures).isGreaterThan(0.9);
    }

    private static List<List<Seen>> windows(int size) throws IOException {
        List<List<Seen>> windows = new ArrayList<>();
        for (String name :
                List.of("h2-gauge", "h2-17-gauge", "h2-25-gauge", "checkstyle-gauge", "checkstyle-25-gauge")) {
            List<Seen> series = Seen.series(SERIES.resolve("busy-machine-" + name + ".tsv"));
            for (int from = 0; from + size <= series.size(); from += STEP) {
                windows.add(series.subList(from, from + size));
            }
        }
        return windows;
    }

    private static List<Change> changes(List<Seen> runs, boolean withParts) {
        CommandTally command = new CommandTally();
        Instant start = FIRST;
        for (Seen run : runs) {
            command.addTime("", start, run.totalMs, "1.0", withParts ? run.contention() : Contention.UNKNOWN);
            start = start.plus(Duration.ofMinutes(10));
        }
        TimeSeries times = command.machines().get(0).getValue().series();
        assertThat(times.isWithoutMachine()).isFalse();
        return ANALYZER.changes(command);
    }

    private record Seen(double totalMs, double waitMs, double threadMs, double jvmMs, double gaugeMs) {
        static List<Seen> series(Path file) throws IOException {
            List<Seen> runs = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("unchanged\t")) {
                    String[] fields = line.split("\t", -1);
                    runs.add(new Seen(at(fields, 2), at(fields, 3), at(fields, 4), at(fields, 6), at(fields, 7)));
                }
            }
            return runs;
        }

        private static double at(String[] fields, int index) {
            return Double.parseDouble(fields[index]);
        }

        /** With more of the application's own work, which the JVM's threads notice a little. */
        Seen working(double more) {
            return new Seen(
                    totalMs + more * (threadMs + waitMs),
                    waitMs * (1 + more),
                    threadMs * (1 + more),
                    jvmMs * (1 + more / 4),
                    gaugeMs);
        }

        Contention contention() {
            return new Contention(threadMs, waitMs, jvmMs, null, null, null, null, null, null)
                    .gauged(gaugeMs, null, "agent");
        }
    }
}
