package dev.perfagent.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler may not put into classes that live in every measured JVM. */
final class ClassFilesTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final int FEWEST_CLASSES = 90;

    /** Bootstrap methods whose first use costs a cold JVM 4 to 17 ms; a record's own are called by nobody. */
    private static final List<String> COSTLY = List.of("LambdaMetafactory", "StringConcatFactory", "SwitchBootstraps");

    @Test
    void noLambdaNoIndyConcatenationNoPatternSwitch() throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> classes;
        try (Stream<Path> all = Files.walk(CLASSES)) {
            classes = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classes) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String costly : COSTLY) {
                if (text.contains(costly)) {
                    found.add(CLASSES.relativize(file) + " uses " + costly);
                }
            }
        }

        assertThat(classes).hasSizeGreaterThan(FEWEST_CLASSES);
        assertThat(found).isEmpty();
    }
}
