package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a plan depends on changes its key, and nothing else does. */
final class PlanKeyTest {
    @TempDir
    private Path folder;

    private String version = "1.0";
    private Path agent = Path.of("");
    private @Nullable Path config = Path.of("");
    private String command = "org.example.Main";
    private String classPath = "";

    @BeforeEach
    void install() throws IOException {
        agent = write("agent.jar", "agent");
        config = Files.createDirectory(folder.resolve("config"));
        write("config/instrumentation.yml", "phases: []");
        classPath = write("a.jar", "first") + File.pathSeparator + write("b.jar", "second");
    }

    @Test
    void isTheSameWhenNothingChanged() throws IOException {
        PlanKey before = key();
        write("config/other.yml", "no file of ours");
        write("unrelated.txt", "nor this");

        assertThat(key()).isEqualTo(before);
    }

    @Test
    void isTheSameWhateverTheProgramsArguments() {
        PlanKey before = key();
        command = "org.example.Main batch --project secret";

        assertThat(key()).isEqualTo(before);
        assertThat(key().text()).doesNotContain("secret");
    }

    /** Maven's launcher is in a jar that stays the same while Maven does not. */
    @Test
    void anotherMaven() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        write("lib/maven-core-3.8.7.jar", "core");
        command = "org.codehaus.plexus.classworlds.launcher.Launcher package";
        PlanKey before = key();
        System.setProperty("maven.home", folder.toString());
        try {
            PlanKey maven = key();
            assertOther(before, maven);
            write("lib/maven-core-3.8.7.jar", "newer core");
            assertOther(maven, key());
        } finally {
            System.clearProperty("maven.home");
        }
    }

    @Test
    void anotherAgent() throws IOException {
        PlanKey before = key();
        version = "1.1";
        assertOther(before, key());

        version = "1.0";
        write("agent.jar", "another");
        assertOther(before, key());
    }

    @Test
    void theAgentAsLargeAsBeforeAndNewer() throws IOException {
        PlanKey before = key();
        touch(agent);

        assertOther(before, key());
    }

    @Test
    void theAgentElsewhere() throws IOException {
        PlanKey before = key();
        FileTime time = Files.getLastModifiedTime(agent);
        agent = Files.copy(agent, folder.resolve("copy.jar"));
        Files.setLastModifiedTime(agent, time);

        assertOther(before, key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"instrumentation.yml", "benchmarks.yml", "alerts.yml"})
    void aConfigFileComesChangesAndGoes(String name) throws IOException {
        Files.deleteIfExists(folder.resolve("config").resolve(name));
        PlanKey without = key();

        Path file = write("config/" + name, "one");
        PlanKey with = key();
        assertOther(without, with);

        write("config/" + name, "one and two");
        assertOther(with, key());

        write("config/" + name, "two");
        touch(file);
        assertOther(with, key());

        Files.delete(file);
        assertThat(key()).isEqualTo(without);
    }

    @Test
    void noConfigAndAnEmptyOne() throws IOException {
        PlanKey before = key();
        config = Files.createDirectory(folder.resolve("empty"));
        PlanKey empty = key();
        assertOther(before, empty);

        config = null;
        assertOther(before, key());
        assertOther(empty, key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jar", "b.jar"})
    void aJarOfTheClassPath(String name) throws IOException {
        PlanKey before = key();
        touch(folder.resolve(name));
        PlanKey newer = key();
        assertOther(before, newer);

        write(name, "larger than before");
        assertOther(newer, key());

        Files.delete(folder.resolve(name));
        assertOther(newer, key());
    }

    @Test
    void anotherClassPath() throws IOException {
        PlanKey before = key();
        String all = classPath;
        classPath = all.substring(0, all.indexOf(File.pathSeparatorChar));
        assertOther(before, key());

        classPath = all + File.pathSeparator + write("c.jar", "third");
        assertOther(before, key());
    }

    @Test
    void anotherProgram() {
        PlanKey before = key();
        command = "org.example.Other";

        assertOther(before, key());
        assertThat(key().name()).startsWith("org.example.Other-");
    }

    @Test
    void anUnknownProgram() {
        PlanKey key = PlanKey.of(version, agent.toFile(), null, null, "");

        assertThat(key.name()).startsWith("program-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.vm.version", "java.home", "jdk.module.path", "jdk.module.main"})
    void anotherJdkOrModule(String property) {
        PlanKey before = key();
        String value = System.getProperty(property);
        System.setProperty(property, "/another");
        try {
            assertOther(before, key());
        } finally {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        }
        assertThat(key()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/a/b/../..",
                "a\\b\\..\\..",
                "ünïcødé.jar",
                "..",
                "",
                "nul\0.jar",
                "a*b?c:d|e\"f<g>",
                "very-very-very-very-very-very-very-very-very-very-very-long-name-of-a-program.jar"
            })
    void isAPlainFileName(String program) {
        command = program;

        assertThat(key().name()).matches("[A-Za-z0-9._-]{1,40}-[0-9a-f]{16}");
    }

    private static void assertOther(PlanKey before, PlanKey after) {
        assertThat(after.text()).isNotEqualTo(before.text());
        assertThat(after.name()).isNotEqualTo(before.name());
    }

    private PlanKey key() {
        return PlanKey.of(version, agent.toFile(), config == null ? null : config.toString(), command, classPath);
    }

    /** As long ago as every other file of the test, so that only what a test does itself makes a difference. */
    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000));
        return file;
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000_000));
    }
}
