package dev.perfagent.calibrate;

import dev.perfagent.history.FileProblem;
import dev.perfagent.history.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code system benchmark} wrote into a file.
 *
 * @param time as it was written
 * @param machine the host, its CPU and its JDK, as users read it
 * @param fingerprint of the machine and its JDK
 * @param scores of those kinds of work that have one
 */
public record SavedSystem(
        Path file, String time, String machine, String fingerprint, Map<SystemMeasure, Double> scores) {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public SavedSystem {
        scores = Map.copyOf(scores);
    }

    /**
     * Reads one.
     *
     * @throws IOException when it is no such file; the message names it
     */
    public static SavedSystem read(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return of(file, MAPPER.readTree(in.readNBytes(MAX_BYTES)));
        } catch (JacksonException e) {
            throw FileProblem.with(file, new IOException("not JSON: " + e.getOriginalMessage(), e));
        } catch (IOException e) {
            throw FileProblem.with(file, e);
        }
    }

    private static SavedSystem of(Path file, JsonNode document) throws IOException {
        if (!document.path("measures").isArray()) {
            throw new IOException("it has no results of system benchmark");
        }
        Map<SystemMeasure, Double> scores = new EnumMap<>(SystemMeasure.class);
        for (JsonNode node : document.path("measures")) {
            SystemMeasure measure = SystemMeasure.ofKey(node.path("name").asString(""));
            JsonNode score = node.path("score");
            if (measure != null && score.isNumber() && score.doubleValue() > 0) {
                scores.put(measure, score.doubleValue());
            }
        }
        JsonNode environment = document.path("environment");
        String machine = environment.path("host").asString("?") + ", "
                + environment.path("cpu").asString("?") + ", "
                + environment.path("cores").asInt(0) + " cores, JDK "
                + environment.path("jdk").asString("?");
        return new SavedSystem(
                file,
                document.path("timestamp").asString("?"),
                machine,
                environment.path("fingerprint").asString(""),
                scores);
    }

    /** Each kind of work that one of the two did. */
    public List<Slowdown> since(SavedSystem baseline) {
        List<Slowdown> all = new ArrayList<>();
        for (SystemMeasure measure : SystemMeasure.values()) {
            @Nullable Double now = scores.get(measure);
            @Nullable Double then = baseline.scores.get(measure);
            if (now != null || then != null) {
                all.add(new Slowdown(measure, now, then));
            }
        }
        return all;
    }
}
