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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a million runs are compacted and asked on two cores. Not part of the build, because it takes minutes and 3 GB:
 * {@code mvn -Pfleet -pl agent/tool -am test}. Beside other programs the time says little, so a question passes by its CPU time,
 * too: with both cores it takes at least half of that.
 */
class MillionRunsSpeed {
    private static final int RUNS = 1_000_000;
    private static final double MOST_RAW_SECONDS = 8;
    private static final double MOST_PARQUET_SECONDS = 2;
    private static final int CORES = 2;
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
        step.run();
        return new Took((System.nanoTime() - start) / 1e9, (PROCESS.getProcessCpuTime() - cpu) / 1e9);
    }

    /** In seconds; the CPU time is of all threads. */
    private record Took(double wall, double cpu) {
        boolean isWithin(double seconds) {
            return wall < seconds || cpu / CORES < seconds;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s (CPU %.1f s)", wall, cpu);
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
