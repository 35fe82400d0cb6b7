package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The recipes do what they should, with the shipped jar and the sample tool in place of the reader's. Maven is the real one; what
 * stands in for GitHub, Gradle and Jenkins reads the recipe as they do, and runs what it says.
 */
@NeedsProgram({"bash", "--version"})
final class RecipesIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path RECIPES = ROOT.resolve("docs/recipes");
    private static final Path GROOVY = FrameworkCase.LIBRARIES.resolve("groovy-4.0.29.jar");

    /** The demo of the sample tool makes more requests than that. */
    private static final int TOO_FEW_REQUESTS = 1;

    private static final int MANY_REQUESTS = 1000;

    /** One for all, so that most of what is run is warm. */
    @TempDir
    private static Path folder;

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeAll
    static void layOut() throws IOException {
        copy(Jvm.AGENT, "perf-agent.jar");
        copy(Jvm.SAMPLE, "target/ghpm.jar");
        copy(Jvm.SAMPLE, "build/libs/ghpm.jar");
        limit(folder, TOO_FEW_REQUESTS);
    }

    private static void copy(Path file, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).resolveSibling("."));
        Files.copy(file, folder.resolve(to));
    }

    private static void limit(Path project, int requests) throws IOException {
        Files.writeString(
                Files.createDirectories(project.resolve("perf")).resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    status: { max_api_requests: " + requests + " }\n");
    }

    @Test
    void aPullRequestIsComparedWithTheDefaultBranch() throws IOException {
        GitHub gitHub = new GitHub(
                folder.resolve("github"),
                tool(Files.readString(RECIPES.resolve("github-workflow.yml"))),
                Files.readString(ROOT.resolve("action.yml")).replace("default: \"12\"", "default: \"2\""));
        copy(Jvm.SAMPLE, "github/checkout/target/ghpm.jar");
        program(gitHub, "mvn", "exit 0");
        program(gitHub, "gh", "printf '%s\\n' \"$@\" \"$GH_TOKEN\" > asked; cat \"${@: -1}\" > comment");
        program(gitHub, "curl", "printf '%s' \"${@: -1}\" > address; cp " + Jvm.AGENT + " \"${@: -2:1}\"");

        limit(gitHub.checkout(), MANY_REQUESTS);
        assertThat(gitHub.run("1", Map.of("github.ref_name", "main")))
                .as(gitHub::log)
                .isTrue();
        assertThat(gitHub.cached()).containsExactly("perf-agent-Linux-default-branch-1-1");
        assertThat(gitHub.checkout().resolve("asked")).doesNotExist();
        assertThat(gitHub.checkout().resolve("address"))
                .hasContent("https://github.example/OWNER/perf-agent/releases/download/v1/perf-agent.jar");
        assertThat(gitHub.summary("1")).contains("status").doesNotContain("default-branch");

        limit(gitHub.checkout(), TOO_FEW_REQUESTS);
        boolean passed = gitHub.run(
                "2",
                Map.of(
                        "github.ref_name",
                        "7/merge",
                        "github.event.pull_request.number",
                        "7",
                        "github.event.pull_request.head.repo.full_name",
                        "acme/ghpm",
                        "github.token",
                        "t0ken"));

        assertThat(passed).as(gitHub::log).isFalse();
        assertThat(gitHub.cached()).hasSize(1);
        Path out = gitHub.artifact("performance", "2");
        String comment = Files.readString(out.resolve("comment.md"));
        assertThat(comment).contains("api requests", "default-branch");
        assertThat(gitHub.summary("2")).isEqualTo(comment);
        assertThat(gitHub.checkout().resolve("comment")).hasContent(comment);
        assertThat(gitHub.checkout().resolve("asked"))
                .content()
                .startsWith("pr\ncomment\n7\n")
                .endsWith("/comment.md\nt0ken\n");
        assertThat(out.resolve("dashboard.html")).content().contains("<html");
        try (Stream<Path> files = Files.find(out.resolve("lake"), 2, (file, is) -> is.isRegularFile())) {
            assertThat(files.map(file -> out.relativize(file).toString())).anySatisfy(name -> assertThat(name)
                    .matches("lake/date=\\d{4}-\\d\\d-\\d\\d/acme\\.ghpm-2-1-performance\\.ndjson\\.gz"));
        }
    }

    private static void program(GitHub gitHub, String name, String line) throws IOException {
        Path file = Files.createDirectories(gitHub.programs()).resolve(name);
        Files.writeString(file, "#!/bin/bash\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void gitLabGetsMetricsAndATestReport() throws IOException {
        JsonNode job = GitHub.yaml(fewer(Files.readString(RECIPES.resolve("gitlab-ci.yml"))))
                .path("performance");
        environment.put("CI_PROJECT_DIR", folder.toString());
        environment.putAll(Map.of("CI_JOB_ID", "7", "CI_PROJECT_PATH", "acme/ghpm", "CI_COMMIT_SHA", "c0ffee"));
        StringBuilder lines = new StringBuilder();
        job.path("variables")
                .forEachEntry((name, value) -> lines.append("export " + name + "=\"" + value.asString() + "\"\n"));
        job.path("script").forEach(line -> lines.append(line.asString()).append('\n'));

        bash(lines.toString(), 1);

        assertThat(job.at("/artifacts/when").asString()).isEqualTo("always");
        assertThat(folder.resolve(job.at("/artifacts/reports/metrics").asString()))
                .content()
                .contains("perf_agent_command_duration_seconds_count{application=\"ghpm\"")
                .endsWith("# EOF\n");
        assertThat(folder.resolve(job.at("/artifacts/reports/junit").asString()))
                .content()
                .contains("<failure");
        assertThat(job.at("/artifacts/paths").values())
                .hasSize(2)
                .allSatisfy(path -> assertThat(folder.resolve(path.asString())).exists());
    }

    @Test
    void jenkinsGetsATestReportAndNoFailure() throws IOException {
        environment.putAll(Map.of("WORKSPACE", folder.toString(), "BUILD_TAG", "jenkins-ghpm-7"));
        Path file = Files.writeString(
                folder.resolve("Jenkinsfile"), fewer(Files.readString(RECIPES.resolve("Jenkinsfile"))));

        Files.deleteIfExists(folder.resolve("perf.xml"));

        groovy(0, "jenkins", file.toString());

        assertThat(folder.resolve("perf.xml")).content().contains("<failure");
    }

    @Test
    void gradleMeasuresAndFailsTheBuild() throws IOException {
        Path file = Files.writeString(
                folder.resolve("perf.gradle"),
                Files.readString(RECIPES.resolve("perf.gradle")).replace("'list'", "'status', '--demo'"));

        Jvm.Ended ended = groovy(1, "gradle", "perfCheck", file.toString());

        assertThat(ended.out()).endsWith("Execution failed for task ':perfCheck'.\n");
        assertThat(plans(folder.resolve("build/perf-home"))).isEqualTo("cold");
    }

    @Test
    @NeedsProgram({"which", "mvn"})
    void mavenMeasuresAndFailsTheBuild() throws IOException {
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>ghpm</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><profiles>"
                        + tool(Files.readString(RECIPES.resolve("maven-profile.xml"))) + "</profiles></project>");
        String repository = System.getProperty("localRepository"); // set in a build
        environment.put("JAVA_HOME", Jdk.own().home().toString());

        Jvm.Ended ended = bash(
                "mvn -o -B -Pperf " + (repository == null ? "" : "-Dmaven.repo.local='" + repository + "'") + " verify",
                1);

        assertThat(ended.out()).contains(":exec (measure)", ":exec (check)", "api requests", "BUILD FAILURE");
        assertThat(plans(folder.resolve("target/perf-home"))).isEqualTo("cold");
    }

    /** The image's file system is a folder here. */
    @Test
    void theFirstRunInAContainerIsWarm() throws IOException {
        Path image = Files.createDirectories(folder.resolve("image"));
        String start = "";
        for (String line : Files.readAllLines(RECIPES.resolve("Dockerfile"))) {
            String[] words = line.replaceAll("(/opt/|/var/lib/)", image + "$1").split(" ", -1);
            String rest = String.join(" ", List.of(words).subList(1, words.length));
            switch (words[0]) {
                case "#", "USER" -> {}
                case "FROM" -> assertThat(rest).matches("eclipse-temurin:\\d+-jre");
                case "COPY" -> copyIntoImage(words);
                case "ENV" -> environment.put(rest.split("=", 2)[0], rest.split("=", 2)[1]);
                case "RUN" ->
                    bash(rest.startsWith("useradd") ? "mkdir -p " + one(rest, "--home-dir (\\S+)") : tool(rest), 0);
                case "VOLUME" -> assertThat(Path.of(rest)).isDirectory();
                case "ENTRYPOINT" ->
                    start = rest.replace("[", "").replace("\",", "\"").replace("]", "");
                default -> throw new AssertionError(line);
            }
        }

        pushAndPull(image);
        bash(start + " status --demo", 0);

        assertThat(plans(image.resolve("var/lib/ghpm/perf"))).isEqualTo("cold warm");
    }

    private static void copyIntoImage(String... words) throws IOException {
        Path target = Files.createDirectories(Path.of(words[words.length - 1]));
        for (String file : List.of(words).subList(1, words.length - 1)) {
            Files.copy(file.equals("ghpm.jar") ? Jvm.SAMPLE : folder.resolve(file), target.resolve(file));
        }
    }

    /** Layers keep times in whole seconds. */
    private static void pushAndPull(Path image) throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                Files.setLastModifiedTime(file, FileTime.from(time.toInstant().truncatedTo(ChronoUnit.SECONDS)));
            }
        }
    }

    @Test
    void aJobsRunsArePackedUnderItsNameByDay() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/fleet.md"));
        Path day = Files.createDirectories(folder.resolve("job/history/date=2026-11-20"));
        Files.writeString(day.resolve("build-7.ndjson"), "{}\n");
        environment.put("PERF_AGENT_HOME", folder.resolve("job").toString());

        bash("REPOSITORY=acme/ghpm JOB=7-1\n" + one(guide, "(?s)```sh\n(for day in .*?)```"), 0);

        assertThat(folder.resolve("upload/date=2026-11-20/acme.ghpm-7-1.ndjson.gz"))
                .isRegularFile();
    }

    /** Which plans the runs had, in their order. */
    private static String plans(Path home) throws IOException {
        List<String> plans = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.resolve("history"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found(Files.readString(file), "\"plan\":\"(\\w+)\"").forEach(plan -> plans.add(plan.group(1)));
            }
        }
        return String.join(" ", plans);
    }

    /** The reader's command is the sample's. */
    private static String tool(String lines) {
        return lines.replaceAll("(?m)(ghpm\\.jar) list\\b", "$1 status --demo");
    }

    private static String fewer(String lines) {
        return tool(lines).replace("1 2 3 4 5 6 7", "1");
    }

    private static Stream<MatchResult> found(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results();
    }

    private static String one(String text, String pattern) {
        List<MatchResult> all = found(text, pattern).toList();
        assertThat(all).as(pattern).hasSize(1);
        return all.get(0).group(1);
    }

    private Jvm.Ended groovy(int code, String... arguments) throws IOException {
        Path script =
                Path.of("target/test-classes/dev/perfagent/dist/recipes.groovy").toAbsolutePath();
        return bash("java -cp " + GROOVY + " groovy.ui.GroovyMain " + script + " " + String.join(" ", arguments), code);
    }

    /** As GitLab does it. */
    private Jvm.Ended bash(String script, int code) throws IOException {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        Jvm shell = Jvm.on(Jdk.own(), folder)
                .inside("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
                .environment("PATH", Jdk.own().home().resolve("bin") + ":" + System.getenv("PATH"))
                .environment("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        environment.forEach(shell::environment);
        Jvm.Ended ended = shell.run();
        assertThat(ended.exitCode()).as(ended.out() + ended.stderr()).isEqualTo(code);
        return ended;
    }
}
