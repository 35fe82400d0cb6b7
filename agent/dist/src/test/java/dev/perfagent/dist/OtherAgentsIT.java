package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.example.Endings;
import org.example.OtherAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ours beside other agents, and beside itself. */
final class OtherAgentsIT {
    @TempDir
    private Path folder;

    private AgentHome home;
    private String other = "";
    private String ours = "";

    @BeforeEach
    void packOther() throws IOException {
        home = new AgentHome(folder.resolve("home"));
        Path jar = folder.resolve("other.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", OtherAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream pack = new JarOutputStream(out, manifest);
                Stream<Path> classes = Files.list(Jvm.TEST_CLASSES.resolve("org/example"))) {
            for (Path file : (Iterable<Path>)
                    classes.filter(file -> file.getFileName().toString().startsWith("OtherAgent"))::iterator) {
                pack.putNextEntry(new JarEntry("org/example/" + file.getFileName()));
                Files.copy(file, pack);
            }
        }
        other = "-javaagent:" + jar;
        ours = Jvm.flag(home.option());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void oursAfterAnother(Jdk jdk) {
        assertUntouched(jdk, new String[] {other}, other, ours);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void oursBeforeAnother(Jdk jdk) {
        assertUntouched(jdk, new String[] {other}, ours, other);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void oursTwice(Jdk jdk) {
        assertUntouched(jdk, new String[0], ours, ours);
    }

    private void assertUntouched(Jdk jdk, String[] without, String... with) {
        Jvm.Ended expected = Jvm.on(jdk, folder)
                .jvm(without)
                .main(Endings.class, "exit", "3")
                .run();
        Jvm.Ended ended =
                Jvm.on(jdk, folder).jvm(with).main(Endings.class, "exit", "3").run();

        assertThat(ended.out()).isEqualTo(expected.out());
        assertThat(ended.stderr()).isEqualTo(expected.stderr());
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(home.onlyRun().path("exit_code").asInt()).isEqualTo(3);
        assertThat(home.agentLog()).isEmpty();
    }
}
