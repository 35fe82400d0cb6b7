package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A whole application of Quarkus, built by Quarkus' own plug-in, with its container and all that is generated: the command-line
 * tool of Quarkus. It is published as one jar. The usual form, {@code quarkus-run.jar} with a class loader of Quarkus, is made
 * of that.
 */
final class QuarkusIT {
    private static final String VERSION = "2.13.0.Final";
    private static final Path JAR = FrameworkCase.LIBRARIES.resolve("quarkus-cli-" + VERSION + "-runner.jar");

    /** What Quarkus gives to the system loader. */
    private static final List<String> BOOT = List.of(
            "io/quarkus/bootstrap/",
            "io/smallrye/common/",
            "org/crac/",
            "org/jboss/logging/",
            "org/jboss/logmanager/",
            "org/wildfly/common/",
            "META-INF/services/org.jboss.logmanager");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void asOneJar(Jdk jdk) {
        assertVersion(Twin.same(jdk, folder, jvm -> jvm.jar(JAR, "version", "--verbose"))
                .onlyRun());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void withTheClassLoaderOfQuarkus(Jdk jdk) throws Exception {
        Path application = laidOut();
        AgentHome home = new AgentHome(folder.resolve("home"));
        for (int run = 0; run < 2; run++) {
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .agent(home.option())
                    .jar(application, "version", "--verbose")
                    .run();

            assertThat(ended.out()).contains(VERSION);
            assertVersion(home.runs().get(run));
        }
        assertThat(home.agentLog()).isEmpty();
        assertThat(home.runs().get(1).at("/self/plan").asString()).isEqualTo("warm");
    }

    private static void assertVersion(JsonNode run) {
        assertThat(run.path("application").asString()).isEqualTo("quarkus");
        assertThat(run.path("application_version").asString()).isEqualTo(VERSION);
        assertThat(run.path("command").asString()).isEqualTo("version");
        assertThat(run.path("options").valueStream().map(JsonNode::asString)).containsExactly("--verbose");
        assertThat(run.path("exit_code").asInt(-1)).isZero();
        assertThat(run.path("outcome").asString()).isEqualTo("success");
    }

    /** The folders that Quarkus' plug-in makes, with its own list of classes. */
    private Path laidOut() throws Exception {
        Path root = folder.resolve("quarkus-app");
        Path boot = root.resolve("lib/boot/boot.jar");
        Path main = root.resolve("lib/main/quarkus-cli.jar");
        Files.createDirectories(boot.getParent());
        Files.createDirectories(main.getParent());
        Files.createDirectories(root.resolve("quarkus"));
        Files.copy(JAR, main);
        copyBootClasses(boot);
        try (URLClassLoader quarkus = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, null);
                OutputStream list = Files.newOutputStream(root.resolve("quarkus/quarkus-application.dat"))) {
            quarkus.loadClass("io.quarkus.bootstrap.runner.SerializedApplication")
                    .getMethod(
                            "write", OutputStream.class, String.class, Path.class, List.class, List.class, List.class)
                    .invoke(null, list, "io.quarkus.cli.Main", root, List.of(boot, main), List.of(boot), List.of());
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/boot/boot.jar");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, VERSION);
        Path run = root.resolve("quarkus-run.jar");
        new JarOutputStream(Files.newOutputStream(run), manifest).close();
        return run;
    }

    private static void copyBootClasses(Path boot) throws IOException {
        try (JarFile from = new JarFile(JAR.toFile());
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(boot))) {
            for (JarEntry each : from.stream()
                    .filter(entry -> BOOT.stream().anyMatch(entry.getName()::startsWith))
                    .toList()) {
                to.putNextEntry(new JarEntry(each.getName()));
                to.write(from.getInputStream(each).readAllBytes());
            }
        }
    }
}
