package dev.perfagent.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.perfagent.generator.GeneratorMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a million runs are compacted and asked on two cores. Not part of the build, because it takes minutes and 3 GB:
 * {@code mvn -Pfleet -pl agent/tool -am test}. A question is judged by its time if the machine was quiet meanwhile. If other
 * programs used a tenth of it or more, its time says nothing, and half of its CPU time is judged. The output says which.
 */
class MillionRunsSpeed {
    private static final int RUNS = 1_000_000;
    private static final double MOST_RAW_SECONDS = 8;
    private static final double MOST_PARQUET_SECONDS = 2;
    private static final int CORES = 2;

    /** More of the machine's time, used by others, makes a question slower than it is. */
    private static final double QUIET = 0.1;

    /** Columns of the first line of /proc/stat, see proc(5): user, nice, system, idle, iowait, irq, softirq, steal. */
    private static final int IDLE = 4;

    private static final int WAITING_FOR_DISK = 5;
    private static final int LAST_STATE = 8;
    private static final double TICKS_A_SECOND = 100;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @TempDir
    private Path folder;

    @Test
    void eachQuestionIsAnsweredInTime() throws IOException, SQLException {
        Path home = folder.resolve("home");
        GeneratorMain.large(RUNS).write(home);
        Path compact = folder.resolve("compact");
        Map<String, Took> ofRaw = new TreeMap<>();
        Map<String, Took> ofParquet = new TreeMap<>();
        Took compaction;
        try (Lake raw = Lake.raw(home.resolve("history"))) {
            for (String question : Lake.questions()) {
                ofRaw.put(question, took(() -> raw.ask(question)));
            }
            compaction = took(() -> raw.compact("2026-01-01", "2026-12-31", compact));
        }
        try (Lake parquet = Lake.parquet(compact)) {
            for (String question : Lake.questions()) {
                ofParquet.put(question, took(() -> parquet.ask(question)));
            }
        }

        ofRaw.forEach((question, took) ->
                System.out.printf("%-24s raw %s, compacted %s%n", question, took, ofParquet.get(question)));
        System.out.printf("compaction of %d MB to %d MB: %s%n", megabytes(home), megabytes(compact), compaction);
        assertThat(ofRaw.values()).allMatch(took -> took.isWithin(MOST_RAW_SECONDS));
        assertThat(ofParquet.values()).allMatch(took -> took.isWithin(MOST_PARQUET_SECONDS));
    }

    private static Took took(Step step) throws IOException, SQLException {
        long start = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        double machine = busySeconds();
        step.run();
        double ownCpu = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
        return new Took((System.nanoTime() - start) / 1e9, ownCpu, Math.max(0, busySeconds() - machine - ownCpu));
    }

    /** For how long the cores of this machine worked since its start, all together; 0 where that is not known. */
    private static double busySeconds() throws IOException {
        Path stat = Path.of("/proc/stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        StringTokenizer ticks = new StringTokenizer(Files.readAllLines(stat).get(0));
        ticks.nextToken(); // "cpu"
        long busy = 0;
        for (int i = 1; i <= LAST_STATE; i++) {
            long spent = Long.parseLong(ticks.nextToken());
            busy += i == IDLE || i == WAITING_FOR_DISK ? 0 : spent;
        }
        return busy / TICKS_A_SECOND;
    }

    /**
     * In seconds.
     *
     * @param cpu of all threads
     * @param others CPU time of other programs meanwhile
     */
    private record Took(double wall, double cpu, double others) {
        boolean isWithin(double seconds) {
            return judged() < seconds;
        }

        private double judged() {
            return isQuiet() ? wall : cpu / CORES;
        }

        private boolean isQuiet() {
            return others < QUIET * CORES * wall;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f s (time %.1f s, CPU %.1f s, others %.1f s: judged by %s)",
                    judged(),
                    wall,
                    cpu,
                    others,
                    isQuiet() ? "its time" : "half of its CPU time");
        }
    }

    private static long megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(MillionRunsSpeed::size)
                            .sum()
                    >> 20;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void run() throws IOException, SQLException;
    }
}
