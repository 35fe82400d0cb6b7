package dev.perfagent.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A history as its lines say, read line by line and looked at by plain arithmetic: what the figures of reports are checked
 * against. It shares no code with them.
 */
public record Recorded(List<JsonNode> runs) {
    /** The lines of a home that are runs of schema 1. */
    public static Recorded in(Path home) throws IOException {
        List<JsonNode> runs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.resolve("history"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".ndjson")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode run = parsed(line);
                    if (run != null
                            && run.path("schema").asInt(0) == 1
                            && run.has("execution_id")
                            && run.has("timestamp")) {
                        runs.add(run);
                    }
                }
            }
        }
        runs.sort(Comparator.comparing(run -> run.get("timestamp").stringValue()));
        return new Recorded(runs);
    }

    private static @Nullable JsonNode parsed(String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            return null;
        }
    }

    public Recorded of(String command) {
        return where("/command", command);
    }

    public Recorded where(String pointer, String value) {
        return new Recorded(runs.stream()
                .filter(run -> run.at(pointer).asString("").equals(value))
                .toList());
    }

    /** Succeeded, warm. */
    public Recorded timed() {
        return where("/outcome", "success").where("/self/plan", "warm");
    }

    public int count() {
        return runs.size();
    }

    /** The numbers there, sorted; runs without one are left out. */
    public List<Double> numbers(String pointer) {
        return runs.stream()
                .map(run -> run.at(pointer))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .sorted()
                .toList();
    }

    public double sum(String pointer) {
        return sum(run -> run.at(pointer).asDouble(0));
    }

    public double sum(Function<JsonNode, Double> of) {
        return runs.stream().mapToDouble(of::apply).sum();
    }

    public double median(String pointer) {
        return middle(numbers(pointer));
    }

    public static double middle(List<Double> sorted) {
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }

    /** By nearest rank, in whole per cent. */
    public double percentile(String pointer, int percent) {
        List<Double> sorted = numbers(pointer);
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(1, rank) - 1);
    }
}
