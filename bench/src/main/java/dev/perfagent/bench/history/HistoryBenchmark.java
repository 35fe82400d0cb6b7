package dev.perfagent.bench.history;

import dev.perfagent.bench.ChildCpu;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Times {@code report} over a large history, whole processes with a small heap, beside {@code wc -l} and DuckDB, whose numbers
 * must agree.
 */
@CommandLine.Command(name = "history-benchmark", mixinStandardHelpOptions = true, sortOptions = false)
public final class HistoryBenchmark implements Callable<Integer> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    @CommandLine.Parameters(
            paramLabel = "HOME",
            description = "A home with a history; docs/performance.md says how to make it.")
    private Path home = Path.of(".");

    @CommandLine.Option(names = "--jar", required = true, description = "perf-agent.jar.")
    private Path jar = Path.of(".");

    @CommandLine.Option(names = "--rounds", defaultValue = "5", description = "Rounds that count (${DEFAULT-VALUE}).")
    private int rounds;

    @CommandLine.Option(names = "--heap", defaultValue = "256m", description = "Largest heap (${DEFAULT-VALUE}).")
    private String heap = "256m";

    @CommandLine.Option(names = "--day", defaultValue = "2026-11-19", description = "The one day (${DEFAULT-VALUE}).")
    private String day = "";

    @CommandLine.Option(names = "--no-duckdb", description = "Leave DuckDB out, which must be on the class path else.")
    private boolean withoutDuckDb;

    private final PrintStream out = System.out;

    /** Exits with 0 when the numbers agree. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new HistoryBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = files();
        out.println("| | wall, median | least | CPU, median |\n| --- | --- | --- | --- |");
        row("`wc -l`", () -> run(concat(List.of("wc", "-l"), files)));
        String all = row("`report`", () -> report(List.of()));
        String ofDay = row(
                "`report` of one day",
                () -> report(List.of("--timeframe", day + "T00:00Z.." + day + "T23:59:59.999Z")));
        if (withoutDuckDb) {
            return 0;
        }
        Duck duck = new Duck(home.resolve("history"));
        Map<String, Timing> duckAll = row("DuckDB", () -> duck.timings(""));
        Map<String, Timing> duckDay = row("DuckDB of one day", () -> duck.timings(day));
        return agree("all", timings(all), duckAll) && agree(day, timings(ofDay), duckDay) ? 0 : 1;
    }

    private <T> T row(String name, Supplier<T> work) {
        double[] wall = new double[rounds];
        double[] cpu = new double[rounds];
        T result = work.get(); // fills the page cache
        for (int round = 0; round < rounds; round++) {
            double cpuBefore = cpuSeconds();
            long before = System.nanoTime();
            result = work.get();
            wall[round] = (System.nanoTime() - before) / NANOS_PER_SECOND;
            cpu[round] = cpuSeconds() - cpuBefore;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        out.printf(
                Locale.ROOT, "| %s | %.2f s | %.2f s | %.2f s |%n", name, wall[rounds / 2], wall[0], cpu[rounds / 2]);
        return result;
    }

    /** Of what was started, and of this process, in which DuckDB runs. */
    private static double cpuSeconds() {
        return ChildCpu.seconds().orElse(Double.NaN)
                + ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        / MILLIS_PER_SECOND;
    }

    private String report(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-jar",
                jar.toString(),
                "report",
                "--format",
                "json",
                "--home",
                home.toString()));
        command.addAll(options);
        return run(command);
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.get(0) + " exits with " + process.exitValue());
            }
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<String, Timing> timings(String report) {
        Map<String, Timing> timings = new TreeMap<>();
        for (JsonNode command : MAPPER.readTree(report).path("commands")) {
            JsonNode timing = command.path("timing");
            timings.put(
                    command.path("command").stringValue(),
                    new Timing(
                            timing.path("runs").longValue(),
                            timing.path("median_ms").doubleValue(),
                            timing.path("p95_ms").doubleValue()));
        }
        return timings;
    }

    private boolean agree(String what, Map<String, Timing> ours, Map<String, Timing> theirs) {
        boolean same = ours.keySet().equals(theirs.keySet())
                && ours.entrySet().stream()
                        .allMatch(command -> command.getValue().agrees(theirs.get(command.getKey())));
        out.printf(Locale.ROOT, "%s: the numbers %s%n", what, same ? "agree" : "differ: " + ours + " / " + theirs);
        return same;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("history"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> concat(List<String> words, List<Path> files) {
        return Stream.concat(words.stream(), files.stream().map(Path::toString)).toList();
    }
}
