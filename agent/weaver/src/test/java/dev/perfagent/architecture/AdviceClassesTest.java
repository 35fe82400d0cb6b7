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

/** What the compiler may not put into advice, because an application's class of any age has to load with it. */
final class AdviceClassesTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final int FEWEST_ADVICE = 20;

    /** A class file before Java 7 that has one of these is not loaded at all, and the application fails. */
    private static final String INVOKEDYNAMIC = "BootstrapMethods";

    @Test
    void adviceHasNoInvokedynamic() throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> classes;
        try (Stream<Path> all = Files.walk(CLASSES.resolve("dev/perfagent"))) {
            classes =
                    all.filter(file -> file.toString().endsWith("Advice.class")).toList();
        }
        for (Path file : classes) {
            if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(INVOKEDYNAMIC)) {
                found.add(CLASSES.relativize(file));
            }
        }

        assertThat(classes).hasSizeGreaterThan(FEWEST_ADVICE);
        assertThat(found).isEmpty();
    }
}
