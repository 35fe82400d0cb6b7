package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for GitHub: runs the job of a workflow, each time in a fresh temporary folder, with expressions, outputs, summary,
 * the cache and artifacts. Scripts are run as GitHub runs them. Of actions it knows those that the recipe uses.
 */
final class GitHub {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *}}");
    private static final Pattern RUNNERS = Pattern.compile("(inputs|runner)\\..*");
    private static final String REPOSITORY = "acme/ghpm";

    private final Path folder;
    private final JsonNode workflow;
    private final JsonNode action;
    private final Map<String, Path> cache = new LinkedHashMap<>();
    private final StringBuilder log = new StringBuilder();
    private String run = "";

    /** @param action what {@code OWNER/perf-agent@v1} is */
    GitHub(Path folder, String workflow, String action) {
        this.folder = folder;
        this.workflow = yaml(workflow);
        this.action = yaml(action);
    }

    static JsonNode yaml(String text) {
        return JsonMapper.shared().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    /** Where the repository lies. */
    Path checkout() {
        return folder.resolve("checkout");
    }

    /** Programs that stand in for others. */
    Path programs() {
        return folder.resolve("bin");
    }

    /** What a job uploaded. */
    Path artifact(String name, String ofRun) {
        return folder.resolve("artifacts-" + ofRun).resolve(name);
    }

    String summary(String ofRun) throws IOException {
        return Files.readString(folder.resolve("summary-" + ofRun));
    }

    /** The keys of what jobs saved, the oldest first. */
    List<String> cached() {
        return new ArrayList<>(cache.keySet());
    }

    /** What all scripts printed. */
    String log() {
        return log.toString();
    }

    /**
     * Runs the only job.
     *
     * @param event what is known of it in expressions, such as {@code github.ref_name}
     * @return whether it succeeded
     */
    boolean run(String number, Map<String, String> event) throws IOException {
        run = number;
        Files.createDirectories(temp());
        Map<String, String> known = new HashMap<>(event);
        known.put("github.repository", REPOSITORY);
        known.put("github.event.repository.default_branch", "main");
        known.put("github.server_url", "https://github.example");
        known.put("github.action_repository", "OWNER/perf-agent");
        known.put("github.action_ref", "v1");
        known.put("github.run_id", number);
        known.put("github.run_attempt", "1");
        known.put("runner.os", "Linux");
        known.put("runner.temp", temp().toString());
        assertThat(workflow.path("jobs").propertyNames()).containsExactly("performance");
        return runAll(workflow.at("/jobs/performance/steps"), known);
    }

    private Path temp() {
        return folder.resolve("temp-" + run);
    }

    private boolean runAll(JsonNode steps, Map<String, String> known) throws IOException {
        assertThat(steps.values()).isNotEmpty();
        boolean fine = true;
        for (JsonNode step : steps) {
            String condition = text(step, "if");
            if ((fine || condition.contains("always()")) && (condition.isEmpty() || isTrue(condition, known))) {
                fine &= run(step, known);
            }
        }
        return fine;
    }

    private boolean run(JsonNode step, Map<String, String> known) throws IOException {
        Map<String, String> with = evaluated(step.path("with"), known);
        String uses = text(step, "uses");
        switch (uses.replaceFirst("@.*", "")) {
            case "" -> {
                return script(step, known);
            }
            case "actions/checkout", "actions/setup-java" -> {
                return true;
            }
            case "OWNER/perf-agent" -> {
                return action(step, with, known);
            }
            case "actions/cache/restore" -> restore(with);
            case "actions/cache/save" -> {
                Path kept = folder.resolve("cache").resolve(given(with, "key"));
                copy(Path.of(given(with, "path")), kept);
                cache.put(given(with, "key"), kept);
            }
            case "actions/upload-artifact" -> copy(Path.of(given(with, "path")), artifact(given(with, "name"), run));
            default -> throw new AssertionError("nothing stands in for " + uses);
        }
        return true;
    }

    private boolean action(JsonNode step, Map<String, String> with, Map<String, String> known) throws IOException {
        assertThat(action.path("inputs").propertyNames()).containsAll(with.keySet());
        Map<String, String> inside = new HashMap<>(known);
        action.path("inputs")
                .forEachEntry((name, input) -> inside.put(
                        "inputs." + name, with.getOrDefault(name, evaluated(text(input, "default"), known))));
        boolean fine = runAll(action.at("/runs/steps"), inside);
        action.path("outputs")
                .forEachEntry((name, output) -> known.put(
                        "steps." + text(step, "id") + ".outputs." + name, evaluated(text(output, "value"), inside)));
        return fine;
    }

    private boolean script(JsonNode step, Map<String, String> known) throws IOException {
        String text = text(step, "run");
        assertThat(text).doesNotContain("${{"); // what others may write, such as a branch's name, is no script
        Path script = Files.writeString(temp().resolve("script.sh"), text);
        Path output = Files.writeString(temp().resolve("output"), "");
        Jvm shell = Jvm.on(Jdk.own(), checkout())
                .inside("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString())
                .environment("PATH", programs() + ":" + Jdk.own().home().resolve("bin") + ":" + System.getenv("PATH"))
                .environment("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .environment("RUNNER_TEMP", temp().toString())
                .environment("GITHUB_WORKSPACE", checkout().toString())
                .environment(
                        "GITHUB_STEP_SUMMARY", folder.resolve("summary-" + run).toString())
                .environment("GITHUB_OUTPUT", output.toString())
                .environment("GITHUB_REPOSITORY", REPOSITORY)
                .environment("GITHUB_SHA", "c0ffee")
                .environment("GITHUB_JOB", "performance")
                .environment("GITHUB_RUN_ID", run)
                .environment("GITHUB_RUN_ATTEMPT", "1");
        evaluated(step.path("env"), known).forEach(shell::environment);
        Jvm.Ended ended = shell.run();
        log.append(text(step, "name")).append(": ").append(ended.exitCode()).append('\n');
        log.append(ended.out()).append(ended.stderr());
        for (String line : Files.readAllLines(output)) {
            known.put(
                    "steps." + text(step, "id") + ".outputs." + line.substring(0, line.indexOf('=')),
                    line.substring(line.indexOf('=') + 1));
        }
        return ended.exitCode() == 0;
    }

    /** What has this very key, else the newest whose key begins with the other. */
    private void restore(Map<String, String> with) throws IOException {
        UnaryOperator<String> newest = prefix ->
                cached().stream().filter(key -> key.startsWith(prefix)).reduce("", (before, key) -> key);
        Path found = cache.get(given(with, "key"));
        Path other = cache.get(newest.apply(given(with, "restore-keys").strip()));
        if (found != null || other != null) {
            copy(Objects.requireNonNullElse(found, other), Path.of(given(with, "path")));
        }
    }

    private static String given(Map<String, String> with, String name) {
        return Objects.requireNonNull(with.get(name), name);
    }

    private static Map<String, String> evaluated(JsonNode texts, Map<String, String> known) {
        Map<String, String> values = new HashMap<>();
        texts.forEachEntry((name, text) -> values.put(name, evaluated(text.asString(), known)));
        return values;
    }

    private static String evaluated(String text, Map<String, String> known) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).contains("==")
                                ? String.valueOf(isTrue(found.group(1), known))
                                : operand(found.group(1), known)));
    }

    private static boolean isTrue(String condition, Map<String, String> known) {
        for (String part : condition.split("&&", -1)) {
            boolean isEqual = part.contains("==");
            String[] sides = part.split(isEqual ? "==" : "!=", -1);
            boolean holds = part.strip().equals("always()")
                    || operand(sides[0], known).equals(operand(sides[1], known)) == isEqual;
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static String operand(String text, Map<String, String> known) {
        String name = text.strip();
        if (name.startsWith("'")) {
            return name.substring(1, name.length() - 1);
        }
        if (RUNNERS.matcher(name).matches()) {
            assertThat(known).containsKey(name); // GitHub takes others for empty, so a wrong name would not be noticed
        }
        return known.getOrDefault(name, "");
    }

    private static String text(JsonNode from, String name) {
        return from.path(name).asString("");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
