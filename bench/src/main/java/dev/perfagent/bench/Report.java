package dev.perfagent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session's results, as JSON and as Markdown.
 *
 * @param machine its CPU's model
 */
record Report(String machine, int cores, List<Result> results) {
    Report {
        results = List.copyOf(results);
    }

    /** On this machine. */
    static Report here(List<Result> results) {
        return new Report(cpuModel(), Runtime.getRuntime().availableProcessors(), results);
    }

    /** Writes {@code startup.json} and {@code startup.md}. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("startup.json"),
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(this)
                        + "\n");
        Files.writeString(folder.resolve("startup.md"), markdown());
    }

    /** A table for each program and JDK. */
    String markdown() {
        StringBuilder text = new StringBuilder("Machine: " + machine + ", " + cores + " cores.\n");
        for (Result result : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n### %s, %s%n%n%d rounds; medians, with quartiles in brackets. Added: above the do-nothing agent of the"
                            + " same round.%n%n",
                    result.program(),
                    result.jdk(),
                    result.rounds()));
            text.append(
                    "| | wall ms | least | added wall ms | ratio | CPU s | added CPU ms | peak RSS MB | added MB |\n");
            text.append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
            for (Line line : result.lines()) {
                text.append(row(line));
            }
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String row(Line line) {
        String name = line.version().isEmpty() ? line.contestant() : line.contestant() + " " + line.version();
        return String.join(
                        " | ",
                        "| " + name,
                        number(line.wall(), 0, 1),
                        String.format(Locale.ROOT, "%.0f", line.wall().least()),
                        range(line.added()),
                        number(line.ratio(), 2, 1),
                        number(line.cpu(), 2, 1e-3),
                        range(line.addedCpu()),
                        number(line.peakRss(), 0, 1),
                        number(line.addedPeakRss(), 1, 1))
                + " |\n";
    }

    private static String number(@Nullable Spread spread, int decimals, double factor) {
        return spread == null ? "–" : String.format(Locale.ROOT, "%." + decimals + "f", spread.median() * factor);
    }

    private static String range(@Nullable Spread spread) {
        return spread == null
                ? "–"
                : String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", spread.median(), spread.low(), spread.high());
    }

    private static String cpuModel() {
        Path info = Path.of("/proc/cpuinfo");
        try {
            if (Files.isReadable(info)) {
                for (String line : Files.readAllLines(info)) {
                    if (line.startsWith("model name")) {
                        return line.substring(line.indexOf(':') + 1).trim();
                    }
                }
            }
            return System.getProperty("os.arch");
        } catch (IOException unreadable) {
            return System.getProperty("os.arch");
        }
    }
}
