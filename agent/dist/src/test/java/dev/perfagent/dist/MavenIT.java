package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Maven, as it is installed, builds a project of two modules. It reads its command line inside of a class loader that its
 * launcher makes. It uses the plugins that this build uses too, because these are in the local repository.
 */
@NeedsProgram({"which", "mvn"})
final class MavenIT {
    private static final List<String> PLUGINS = List.of("compiler", "jar", "resources", "surefire");
    private static final String COORDINATES =
            "<groupId>org.example</groupId><artifactId>%s</artifactId><version>1</version>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void isRecordedWithItsVersionAndItsOptions(Jdk jdk) throws Exception {
        writeProject();
        AgentHome home = new AgentHome(folder.resolve("home"));

        Ended without = mvn(jdk, "", "--define", "key=s3cret", "package");
        Ended with = mvn(jdk, agent(home), "--define", "key=s3cret", "package");
        Ended failing = mvn(jdk, agent(home), "--fail-at-end", "s3cret");
        Ended wrong = mvn(jdk, agent(home), "--nonsense", "s3cret");

        String name = "mvn " + version() + " mvn ";
        assertThat(without.text()).contains("Building jar: ", "BUILD SUCCESS");
        assertThat(with).isEqualTo(without);
        assertThat(failing.exitCode()).isEqualTo(1);
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(home.agentLog()).isEmpty();
        assertThat(home.runs())
                .extracting(MavenIT::shown)
                .containsExactly(
                        name + "[--batch-mode, --define, --offline] 0 null cold",
                        name + "[--batch-mode, --fail-at-end, --offline] 1 null warm",
                        name + "[--batch-mode, --offline] 1 "
                                + "\"org.apache.commons.cli.UnrecognizedOptionException\" warm");
        assertThat(home.runs().toString()).doesNotContain("s3cret");
    }

    private static String shown(JsonNode run) {
        return String.join(
                " ",
                run.path("application").asString(),
                run.path("application_version").asString(),
                run.path("command").asString(),
                run.path("options")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()
                        .toString(),
                run.path("exit_code").toString(),
                run.at("/error/type").isMissingNode()
                        ? "null"
                        : run.at("/error/type").toString(),
                run.at("/self/plan").asString());
    }

    /** What Maven says of itself: {@code Apache Maven 3.8.7 (…)}. */
    private String version() {
        try {
            Matcher version = Pattern.compile("Apache Maven ([0-9.]+)")
                    .matcher(mvn(Jdk.own(), "", "--version").text());
            assertThat(version.find()).isTrue();
            return version.group(1);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String agent(AgentHome home) {
        return Jvm.flag(home.option());
    }

    /** The second module needs the first, and both have something to compile. */
    private void writeProject() throws IOException {
        String versions = Files.readString(Path.of("../../pom.xml"));
        StringBuilder plugins = new StringBuilder();
        for (String plugin : PLUGINS) {
            String name = "maven-" + plugin + "-plugin";
            Matcher version = Pattern.compile("<artifactId>" + name + "</artifactId>\\s*<version>([^<]+)</version>")
                    .matcher(versions);
            assertThat(version.find()).as(name).isTrue();
            plugins.append("<plugin><artifactId>" + name + "</artifactId><version>" + version.group(1)
                    + "</version></plugin>");
        }
        String coordinates = COORDINATES.formatted("parent");
        pom(
                "",
                coordinates + "<packaging>pom</packaging><modules><module>one</module><module>two</module></modules>"
                        + "<properties><maven.compiler.release>17</maven.compiler.release>"
                        + "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>"
                        + "<build><pluginManagement><plugins>" + plugins + "</plugins></pluginManagement></build>");
        String parent = "<parent>" + coordinates + "</parent><artifactId>%s</artifactId>";
        pom("one", parent.formatted("one"));
        pom(
                "two",
                parent.formatted("two") + "<dependencies><dependency>" + COORDINATES.formatted("one")
                        + "</dependency></dependencies>");
        source("one", "One", "");
        source("two", "Two", " extends One");
    }

    private void pom(String module, String text) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("project").resolve(module))
                        .resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion>" + text + "</project>");
    }

    private void source(String module, String name, String more) throws IOException {
        Path sources = folder.resolve("project").resolve(module).resolve("src/main/java");
        Files.writeString(
                Files.createDirectories(sources).resolve(name + ".java"), "public class " + name + more + " {}\n");
    }

    /** How Maven ended, and what it printed but for times. */
    private record Ended(int exitCode, String text) {}

    private Ended mvn(Jdk jdk, String flag, String... words) throws IOException, InterruptedException {
        Path project = folder.resolve("project");
        List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B"));
        command.addAll(List.of(words));
        Path out = folder.resolve("out.txt");
        ProcessBuilder maven = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        maven.environment().remove("JAVA_TOOL_OPTIONS");
        maven.environment().remove("JDK_JAVA_OPTIONS");
        maven.environment().put("JAVA_HOME", jdk.home().toString());
        String repository = System.getProperty("localRepository"); // set in a build
        String local = repository == null ? "" : " -Dmaven.repo.local=" + repository;
        maven.environment().put("MAVEN_OPTS", Jvm.ONE_COMPILER + local + " " + flag);
        int exitCode = maven.start().waitFor();
        String text = Files.readAllLines(out).stream()
                .filter(line -> !line.contains("Total time:") && !line.contains("Finished at:"))
                .reduce("", (all, line) -> all + line.replaceAll("\\[ *[0-9.]+ s\\]", "[time]") + "\n");
        for (String module : List.of("one", "two")) {
            delete(project.resolve(module).resolve("target"));
        }
        return new Ended(exitCode, text);
    }

    private static void delete(Path target) throws IOException {
        if (Files.exists(target)) {
            try (var files = Files.walk(target)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
