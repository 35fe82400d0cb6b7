package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell lines of the recipes do what they should, with the shipped jar and the sample tool in place of the reader's. */
@NeedsProgram({"bash", "--version"})
final class RecipesIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path RECIPES = ROOT.resolve("docs/recipes");

    /** One for all, so that most of what is run is warm. */
    @TempDir
    private static Path folder;

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeAll
    static void layOut() throws IOException {
        copy(Jvm.AGENT, "perf-agent.jar");
        copy(Jvm.SAMPLE, "target/ghpm.jar");
        copy(Jvm.SAMPLE, "build/libs/ghpm.jar");
        copy(Jvm.AGENT, "opt/ghpm/perf-agent.jar");
        copy(Jvm.SAMPLE, "opt/ghpm/ghpm.jar");
        Files.createDirectories(folder.resolve("perf"));
        Files.writeString(folder.resolve("perf/benchmarks.yml"), """
                benchmarks:
                  commands:
                    status: { max_api_requests: 1 }
                """);
    }

    private static void copy(Path file, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).resolveSibling("."));
        Files.copy(file, folder.resolve(to));
    }

    @Test
    void theActionComparesWithTheBaselineOfAnEarlierJob() throws IOException {
        Map<String, String> steps = scripts(Files.readString(ROOT.resolve("action.yml")));
        assertThat(steps.keySet())
                .containsExactlyInAnyOrder("Get perf-agent", "Measure", "Judge", "Save the baseline", "Verdict");
        gitHub("1");
        environment.putAll(
                Map.of("JAR", "perf-agent.jar", "BASELINE", "default-branch", "CONFIG", "perf", "FAIL_ON", "never"));
        environment.putAll(Map.of("TIMES", "2", "COMMANDS", "java -jar target/ghpm.jar status --demo\n"));
        for (String step : List.of("Get perf-agent", "Measure", "Judge", "Save the baseline")) {
            bash(step, steps, 0);
        }
        assertThat(folder.resolve("temp/perf-agent/home/baselines/default-branch.json"))
                .isRegularFile();
        Files.delete(folder.resolve("output"));

        gitHub("2");
        environment.putAll(Map.of("TIMES", "1", "FAIL_ON", "warning"));
        for (String step : List.of("Measure", "Judge")) {
            bash(step, steps, 0);
        }

        Path out = folder.resolve("temp/perf-agent/out");
        assertThat(folder.resolve("output")).content().isEqualTo("folder=" + out + "\ncode=1\n");
        environment.put("CODE", "1");
        bash("Verdict", steps, 1);
        assertThat(out.resolve("comment.md")).content().contains("api requests", "default-branch");
        assertThat(Files.readString(folder.resolve("summary"))).endsWith(Files.readString(out.resolve("comment.md")));
        assertThat(out.resolve("dashboard.html")).content().contains("<html");
        try (Stream<Path> files = Files.find(out.resolve("lake"), 2, (file, is) -> is.isRegularFile())) {
            assertThat(files.map(file -> out.relativize(file).toString())).anySatisfy(name -> assertThat(name)
                    .matches("lake/date=\\d{4}-\\d\\d-\\d\\d/acme\\.ghpm-2-1-performance\\.ndjson\\.gz"));
        }
    }

    @Test
    void gitLabGetsMetricsAndATestReport() throws IOException {
        String file = Files.readString(RECIPES.resolve("gitlab-ci.yml"));
        environment.put("CI_PROJECT_DIR", folder.toString());
        environment.putAll(Map.of("CI_JOB_ID", "7", "CI_PROJECT_PATH", "acme/ghpm", "CI_COMMIT_SHA", "c0ffee"));
        String variables = found(file, "(?m)^    (PERF_AGENT_\\w+): (.*)$")
                .map(variable -> "export " + variable.group(1) + "=\"" + variable.group(2) + "\"\n")
                .collect(Collectors.joining());
        String lines =
                found(file, "(?m)^    - (.*)$").map(line -> line.group(1)).collect(Collectors.joining("\n"));

        bash(variables + fewer(lines), 1);

        assertThat(folder.resolve("metrics.txt"))
                .content()
                .contains("perf_agent_command_duration_seconds_count{application=\"ghpm\"")
                .endsWith("# EOF\n");
        assertThat(folder.resolve("perf.xml")).content().contains("<failure");
        assertThat(folder.resolve("dashboard.html")).isRegularFile();
    }

    @Test
    void jenkinsGetsATestReportAndNoFailure() throws IOException {
        String file = Files.readString(RECIPES.resolve("Jenkinsfile"));
        environment.putAll(Map.of("WORKSPACE", folder.toString(), "BUILD_TAG", "jenkins-ghpm-7"));
        String variables = found(file, "(?m)^    (PERF_AGENT_\\w+) = (\".*\")$")
                .map(variable -> "export " + variable.group(1) + "=" + variable.group(2) + "\n")
                .collect(Collectors.joining());

        bash(variables + fewer(one(file, "(?s)sh '''(.*?)'''")), 0);

        assertThat(folder.resolve("perf.xml")).content().contains("<failure");
    }

    @Test
    void theFirstRunInAContainerIsWarm() throws IOException {
        String file = Files.readString(RECIPES.resolve("Dockerfile"))
                .replace("/opt/", folder + "/opt/")
                .replace("/var/lib/", folder + "/var/lib/");
        String start = one(file, "(?m)^ENTRYPOINT \\[(.*)\\]$").replace("\",", "\"");

        bash(
                "export " + one(file, "(?m)^ENV (.*)$") + "\n" + tool(one(file, "(?m)^RUN (java .*)$")) + "\n" + start
                        + " status --demo",
                0);

        assertThat(records(folder.resolve("var/lib/ghpm/perf")))
                .endsWith("warm")
                .contains("cold");
    }

    @Test
    void mavenAndGradleMeasureAndFailTheBuild() throws IOException {
        String maven = Files.readString(RECIPES.resolve("maven-profile.xml"));
        String gradle = Files.readString(RECIPES.resolve("perf.gradle"));
        List<String> ofMaven = found(maven, "<commandlineArgs>(.*)</commandlineArgs>")
                .map(line -> one(maven, "<executable>(.*)</executable>") + " " + line.group(1))
                .toList();
        List<String> ofGradle = found(gradle, "(?m)^  commandLine (.*)$")
                .map(line -> line.group(1).replace("',", "'"))
                .toList();
        assertThat(ofGradle).hasSameSizeAs(ofMaven).hasSize(2);
        assertThat(String.join("\n", ofGradle).replace("'", "").replace("build/libs", "target"))
                .isEqualTo(String.join("\n", ofMaven));
        assertThat(gradle)
                .contains(
                        "'PERF_AGENT_HOME': \"${layout.buildDirectory.get()}/perf-home\"",
                        "'PERF_AGENT_CONFIG': \"$projectDir/perf\"");
        environment.put("PERF_AGENT_HOME", folder.resolve("perf-home").toString());
        environment.put("PERF_AGENT_CONFIG", folder.resolve("perf").toString());

        bash(tool(ofGradle.get(0).replace("'list'", "list")), 0);
        bash(ofMaven.get(1), 1);
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

    /** What GitHub sets for each step. */
    private void gitHub(String run) {
        environment.putAll(Map.of(
                "RUNNER_TEMP",
                folder.resolve("temp").toString(),
                "GITHUB_WORKSPACE",
                folder.toString(),
                "GITHUB_STEP_SUMMARY",
                folder.resolve("summary").toString(),
                "GITHUB_OUTPUT",
                folder.resolve("output").toString(),
                "GITHUB_REPOSITORY",
                "acme/ghpm",
                "GITHUB_SHA",
                "c0ffee",
                "GITHUB_JOB",
                "performance",
                "GITHUB_RUN_ATTEMPT",
                "1",
                "GITHUB_RUN_ID",
                run));
    }

    /** The steps of a composite action that are a script, by name. */
    private static Map<String, String> scripts(String action) {
        Map<String, String> scripts = new TreeMap<>();
        found(action, "(?m)^    - name: (.*)\\n((?:(?:      .*)?\\n)*)").forEach(step -> {
            int script = step.group(2).indexOf("      run: |\n");
            if (script >= 0) {
                String text = step.group(2).substring(script + "      run: |\n".length());
                assertThat(text).doesNotContain("${{"); // what others may write, such as a branch's name, is no script
                scripts.put(step.group(1), text);
            }
        });
        return scripts;
    }

    private static String records(Path home) throws IOException {
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
        return lines.replaceAll("(?m)(ghpm\\.jar'?) list\\b", "$1 status --demo");
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

    private void bash(String step, Map<String, String> steps, int code) throws IOException {
        bash(Objects.requireNonNull(steps.get(step)), code);
    }

    /** As GitHub starts it. */
    private void bash(String script, int code) throws IOException {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        Jvm shell = Jvm.on(Jdk.own(), folder)
                .inside("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
                .environment("PATH", Jdk.own().home().resolve("bin") + ":" + System.getenv("PATH"))
                .environment("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        environment.forEach(shell::environment);
        Jvm.Ended ended = shell.run();
        assertThat(ended.exitCode()).as(ended.out() + ended.stderr()).isEqualTo(code);
    }
}
