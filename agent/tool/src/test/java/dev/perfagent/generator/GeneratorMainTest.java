package dev.perfagent.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpIsNoFolder() throws IOException {
        assertThat(run("--help")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: GeneratorMain HOME [RUNS]");
        assertThat(Path.of("--help")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "--runs 10", "%s many", "%s 0", "%s -5", "%s 10 more"})
    void whatIsNotUnderstoodWritesNothing(String line, @TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");

        assertThat(run(line.replace("%s", home.toString()).split(" "))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("not understood: ")
                .contains(GeneratorMain.USAGE);
        assertThat(home).doesNotExist();
    }

    @Test
    void nothingAtAllIsNotUnderstood() throws IOException {
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void asManyRunsAsAreWantedAreWritten(@TempDir Path home) throws IOException {
        assertThat(run(home.toString(), "200")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Truth[runs=200,");
        try (Stream<Path> days = Files.list(home.resolve("history"))) {
            assertThat(days).isNotEmpty();
        }
    }

    private int run(String... arguments) throws IOException {
        return GeneratorMain.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
