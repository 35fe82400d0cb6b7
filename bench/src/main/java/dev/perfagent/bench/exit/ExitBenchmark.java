package dev.perfagent.bench.exit;

import dev.perfagent.bench.Jdk;
import dev.perfagent.bench.Places;
import dev.perfagent.bench.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts {@link ExitParts} in one fresh JVM after the other, and prints the median of each part as a Markdown table. */
public final class ExitBenchmark {
    private static final int STANDARD_RUNS = 15;
    private static final double NANOS_PER_MS = 1e6;

    private ExitBenchmark() {}

    /**
     * Prints the tables.
     *
     * @param arguments the number of JVMs that count; 15 without
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = arguments.length == 0 ? STANDARD_RUNS : Integer.parseInt(arguments[0]);
        for (Jdk jdk : Jdk.all()) {
            for (String kind : List.of("stored", "judged", "told")) {
                for (String rehearsed : List.of("unrehearsed", "rehearsed")) {
                    System.out.print(table(jdk, kind, rehearsed, runs));
                }
            }
        }
    }

    private static String table(Jdk jdk, String kind, String rehearsed, int runs)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("perf-agent-exit");
        Map<String, List<Double>> parts = new LinkedHashMap<>();
        List<Double> totals = new ArrayList<>();
        for (int run = 0; run <= runs; run++) {
            Map<String, Double> taken = once(jdk, home, kind, rehearsed);
            if (run > 0) { // the first makes the folders
                taken.forEach((part, ms) ->
                        parts.computeIfAbsent(part, first -> new ArrayList<>()).add(ms));
                totals.add(
                        taken.values().stream().mapToDouble(Double::doubleValue).sum());
            }
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%s, %s, %s, %d fresh JVMs%n%n| part | median ms | least |%n",
                jdk,
                kind,
                rehearsed,
                runs));
        text.append(String.format("| --- | --- | --- |%n"));
        parts.forEach((part, ms) -> text.append(row(part, ms)));
        text.append(row("all", totals));
        return text.toString();
    }

    private static String row(String part, List<Double> ms) {
        Spread spread = Spread.of(ms);
        return String.format(
                Locale.ROOT,
                "| %s | %.2f (%.2f to %.2f) | %.2f |%n",
                part,
                spread.median(),
                spread.low(),
                spread.high(),
                spread.least());
    }

    private static Map<String, Double> once(Jdk jdk, Path home, String kind, String rehearsed)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        jdk.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExitLauncher.class.getName(),
                        Places.ofThisBuild().perfAgent().toString(),
                        home.toString(),
                        kind,
                        rehearsed)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, Double> parts = new LinkedHashMap<>();
        for (String line : new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            int tab = line.indexOf('\t');
            parts.put(line.substring(0, tab), Long.parseLong(line.substring(tab + 1)) / NANOS_PER_MS);
        }
        if (process.waitFor() != 0 || parts.isEmpty()) {
            throw new IllegalStateException(kind + " failed on " + jdk);
        }
        return parts;
    }
}
