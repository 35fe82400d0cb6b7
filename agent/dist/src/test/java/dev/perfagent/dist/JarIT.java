package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is in the shipped jar. */
final class JarIT {
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    @Test
    void onlyTheEntryPointsAndLoadersLieOpen() throws IOException {
        assertThat(entries().stream().filter(name -> name.endsWith(".class")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("dev/perfagent/launch/"));
        assertThat(entries()).noneMatch(name -> name.startsWith("META-INF/services"));
        assertThat(entries()).contains("META-INF/LICENSE", "META-INF/NOTICE");
    }

    @Test
    void coreIsInAJarOfItsOwn() throws IOException {
        assertThat(nested("perf-agent-core.jar"))
                .contains("dev/perfagent/agent/Startup.class", "dev/perfagent/hook/Handoff.class")
                .noneMatch(name -> name.startsWith("dev/perfagent/launch/") && name.endsWith(".class"))
                .noneMatch(name -> name.endsWith(".class") && !name.startsWith("dev/perfagent/"));
    }

    @Test
    void whatWeaverAndToolNeedIsInAnother() throws IOException {
        assertThat(nested("perf-agent-isolated.jar"))
                .contains(
                        "dev/perfagent/weave/ClassWeaver.class",
                        "dev/perfagent/cli/Tool.class",
                        "tools/jackson/databind/JsonNode.class",
                        "tools/jackson/core/JsonParser.class",
                        "com/fasterxml/jackson/annotation/JsonProperty.class",
                        "picocli/CommandLine.class",
                        "org/objectweb/asm/ClassReader.class")
                .noneMatch(name -> name.contains("org/junit") || name.contains("org/assertj"));
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
            assertThat(manifest.getValue("Premain-Class")).isEqualTo("dev.perfagent.launch.PerfAgent");
            assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.perfagent.launch.Main");
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

    private static List<String> nested(String name) throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(Jvm.AGENT.toFile());
                ZipInputStream in = new ZipInputStream(jar.getInputStream(jar.getEntry(name)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(Jvm.AGENT.toFile())) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }
}
