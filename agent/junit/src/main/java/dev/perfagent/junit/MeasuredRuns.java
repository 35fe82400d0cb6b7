package dev.perfagent.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The runs of one test: a home of their own for perf-agent, which judges them while they end. */
final class MeasuredRuns {
    private static final String NO_ALERTS = "\"alerts\":[]";

    private final Budget budget;
    private final Path agent;
    private final Path folder;

    private MeasuredRuns(Budget budget, Path agent, Path folder) {
        this.budget = budget;
        this.agent = agent;
        this.folder = folder;
    }

    static MeasuredRuns prepare(Budget budget) throws IOException {
        if (budget.maxMs() > 0 == budget.config().isEmpty()
                && (budget.maxMs() <= 0 || !budget.command().isEmpty())) {
            MeasuredRuns runs =
                    new MeasuredRuns(budget, AgentJar.find(), Files.createTempDirectory("perf-agent-budget"));
            runs.writeLimit();
            return runs;
        }
        throw new ExtensionConfigurationException("@Budget needs either command and maxMs, or config");
    }

    private void writeLimit() throws IOException {
        if (budget.maxMs() > 0) {
            Files.createDirectory(config());
            Files.writeString(
                    config().resolve("benchmarks.yml"), """
                        benchmarks:
                          commands:
                            %s: { max_acceptable_ms: %s }
                        """.formatted(quoted(budget.command()), budget.maxMs()));
        } else if (!Files.isDirectory(config())) {
            throw new ExtensionConfigurationException("there is no folder " + config().toAbsolutePath());
        }
    }

    Cli cli() {
        return new Cli(agent, home(), config().toAbsolutePath());
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path config() {
        return budget.config().isEmpty() ? folder.resolve("config") : Path.of(budget.config());
    }

    /**
     * What is wrong with the runs: their alerts, through whatever channel they would be shown, or that nothing was run; empty
     * when all is well.
     */
    Optional<String> failure() throws IOException, InterruptedException {
        List<String> recorded = recorded();
        if (recorded.isEmpty()) {
            return Optional.of("no run was recorded: the test has to start a JVM by its Cli, and wait for its end");
        }
        String command = "\"command\":" + quoted(budget.command());
        if (!budget.command().isEmpty() && recorded.stream().noneMatch(run -> run.contains(command))) {
            return Optional.of("no run of '" + budget.command() + "' was recorded, but:\n" + tool("runs"));
        }
        return tool("alerts", "--history", "--format", "json").contains(NO_ALERTS)
                ? Optional.empty()
                : Optional.of(tool("alerts", "--history").strip());
    }

    /** The lines of the history. */
    private List<String> recorded() throws IOException {
        List<String> lines = new ArrayList<>();
        Path history = home().resolve("history");
        if (Files.isDirectory(history)) {
            try (Stream<Path> files = Files.walk(history)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    lines.addAll(Files.readAllLines(file));
                }
            }
        }
        return lines;
    }

    /** As JSON has it, and YAML too. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What a command of perf-agent prints about the runs. */
    private String tool(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", agent.toString()));
        words.addAll(List.of(command));
        words.addAll(List.of("--home", home().toString()));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("COLUMNS", "200");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
