package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is in the shipped jar. */
final class JarIT {
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    @Test
    void everyClassIsOursOrIsolated() throws IOException {
        List<String> classes =
                entries().stream().filter(name -> name.endsWith(".class")).toList();

        assertThat(classes)
                .hasSizeGreaterThan(1000)
                .allMatch(name -> name.startsWith("dev/perfagent/") || name.startsWith("isolated/"));
    }

    @Test
    void onlyCoreLiesOpen() throws IOException {
        assertThat(entries())
                .noneMatch(name -> name.startsWith("dev/perfagent/weave")
                        || name.startsWith("dev/perfagent/probe")
                        || name.startsWith("dev/perfagent/config")
                        || name.startsWith("dev/perfagent/cli")
                        || name.startsWith("META-INF/services"));
        assertThat(entries())
                .contains(
                        "isolated/dev/perfagent/weave/ByteBuddyWeaver.class", "isolated/dev/perfagent/cli/Tool.class");
    }

    @Test
    void whatTheToolNeedsIsInIt() throws IOException {
        assertThat(entries())
                .contains(
                        "isolated/tools/jackson/databind/JsonNode.class",
                        "isolated/tools/jackson/core/JsonParser.class",
                        "isolated/com/fasterxml/jackson/annotation/JsonProperty.class",
                        "isolated/picocli/CommandLine.class",
                        "isolated/net/bytebuddy/ByteBuddy.class");
    }

    @Test
    void nothingOfTheTestsIsInIt() throws IOException {
        assertThat(entries())
                .noneMatch(name -> name.contains("org/junit")
                        || name.contains("org/assertj")
                        || name.contains("jspecify")
                        || name.contains("org/example"));
    }

    @Test
    void theManifestNamesTheEntryPoints() throws IOException {
        try (JarFile jar = new JarFile(Jvm.AGENT.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Premain-Class")).isEqualTo("dev.perfagent.agent.PerfAgent");
            assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.perfagent.agent.Main");
            assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
            assertThat(manifest.getValue("Implementation-Title")).isEqualTo("perf-agent");
            assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
            assertThat(manifest.getValue("Boot-Class-Path")).isNull();
            assertThat(manifest.getValue("Class-Path")).isNull();
        }
    }

    @Test
    void itsSizeStaysReasonable() throws IOException {
        assertThat(Files.size(Jvm.AGENT)).isLessThan(MAX_BYTES);
    }

    @Test
    void isReproducible() throws IOException {
        try (JarFile jar = new JarFile(Jvm.AGENT.toFile())) {
            assertThat(jar.stream().map(JarEntry::getTimeLocal).distinct()).hasSize(1);
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(Jvm.AGENT.toFile())) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }
}
