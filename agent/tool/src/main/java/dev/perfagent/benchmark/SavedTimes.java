package dev.perfagent.benchmark;

import dev.perfagent.history.FileProblem;
import dev.perfagent.history.RegularFile;
import dev.perfagent.statistics.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Times of commands that were measured earlier, as {@code benchmark} or hyperfine wrote them.
 *
 * @param source where they are from, as users read it
 * @param fingerprint of the machine; empty when not recorded
 * @param times in ms, by the name of the command
 */
public record SavedTimes(String source, String fingerprint, Map<String, Sample> times) {
    private static final int MAX_BYTES = 64 * 1024 * 1024;
    private static final double MS_A_SECOND = 1000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Those of a file.
     *
     * @throws IOException when it is no such file; the message names it
     */
    public static SavedTimes read(Path file, String source) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is larger than " + MAX_BYTES / 1024 / 1024 + " MB");
            }
            return of(MAPPER.readTree(bytes), source);
        } catch (JacksonException e) {
            throw FileProblem.with(file, new IOException("not JSON: " + e.getOriginalMessage(), e));
        } catch (IOException e) {
            throw FileProblem.with(file, e);
        }
    }

    private static SavedTimes of(JsonNode document, String source) throws IOException {
        JsonNode own = document.path("benchmark_results");
        Map<String, Sample> times = new LinkedHashMap<>();
        for (JsonNode command : own.path("command_results")) {
            List<Double> walls = new ArrayList<>();
            for (JsonNode run : command.path("runs")) {
                walls.add(time(run.path("wall_ms"), 1));
            }
            put(command.path("command"), walls, times);
        }
        for (JsonNode command : document.path("results")) {
            List<Double> walls = new ArrayList<>();
            for (JsonNode run : command.path("times")) {
                walls.add(time(run, MS_A_SECOND));
            }
            put(command.path("command"), walls, times);
        }
        if (times.isEmpty()) {
            throw new IOException("it has no times of commands in the form of benchmark or hyperfine");
        }
        return new SavedTimes(
                source, own.path("system_info").path("fingerprint").asString(""), times);
    }

    private static void put(JsonNode name, List<Double> walls, Map<String, Sample> times) {
        if (name.isString() && !walls.isEmpty()) {
            times.put(name.asString(), Sample.of(walls));
        }
    }

    private static double time(JsonNode node, double factor) throws IOException {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue()) || node.doubleValue() < 0) {
            throw new IOException("a time in it is no number");
        }
        return node.doubleValue() * factor;
    }
}
