package dev.perfagent.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.generator.GeneratorMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a million runs are compacted and asked, on two cores that have nothing else to do. Not part of the build, because it
 * takes minutes and 3 GB: {@code mvn -Pfleet -pl agent/tool -am test}.
 */
class MillionRunsSpeed {
    private static final int RUNS = 1_000_000;
    private static final double MOST_RAW_SECONDS = 8;
    private static final double MOST_PARQUET_SECONDS = 2;

    @TempDir
    private Path folder;

    @Test
    void eachQuestionIsAnsweredInTime() throws IOException, SQLException {
        Path home = folder.resolve("home");
        GeneratorMain.large(RUNS).write(home);
        Path compact = folder.resolve("compact");
        Map<String, Double> ofRaw = new TreeMap<>();
        Map<String, Double> ofParquet = new TreeMap<>();
        double compaction;
        try (Lake raw = Lake.raw(home.resolve("history"))) {
            for (String question : Lake.questions()) {
                ofRaw.put(question, seconds(() -> raw.ask(question)));
            }
            compaction = seconds(() -> raw.compact("2026-01-01", "2026-12-31", compact));
        }
        try (Lake parquet = Lake.parquet(compact)) {
            for (String question : Lake.questions()) {
                ofParquet.put(question, seconds(() -> parquet.ask(question)));
            }
        }

        ofRaw.forEach((question, seconds) ->
                System.out.printf("%-24s %6.2f s raw %6.2f s compacted%n", question, seconds, ofParquet.get(question)));
        System.out.printf("compaction of %d MB to %d MB: %.1f s%n", megabytes(home), megabytes(compact), compaction);
        assertThat(ofRaw.values()).allSatisfy(seconds -> assertThat(seconds).isLessThan(MOST_RAW_SECONDS));
        assertThat(ofParquet.values()).allSatisfy(seconds -> assertThat(seconds).isLessThan(MOST_PARQUET_SECONDS));
    }

    private static double seconds(Step step) throws IOException, SQLException {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e9;
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
