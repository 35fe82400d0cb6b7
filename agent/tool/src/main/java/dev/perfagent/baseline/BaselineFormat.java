package dev.perfagent.baseline;

import dev.perfagent.calibrate.SystemScores;
import dev.perfagent.compare.ExcludedRuns;
import dev.perfagent.compare.ResourceMeasure;
import dev.perfagent.compare.RunGroup;
import dev.perfagent.compare.RunTimes;
import dev.perfagent.history.RecordTime;
import dev.perfagent.tally.CommandName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A baseline as it is kept in a file. */
final class BaselineFormat {
    private static final int SCHEMA = 1;
    private static final String KIND = "perf-agent baseline";

    private static final String SCORES = "system_scores";
    private static final String USED = "used";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BaselineFormat() {}

    static String write(Baseline baseline) {
        RunGroup runs = baseline.runs();
        ObjectNode document = MAPPER.createObjectNode()
                .put("schema", SCHEMA)
                .put("kind", KIND)
                .put("name", baseline.name())
                .put("saved", baseline.saved().toString())
                .put("runs_of", runs.text());
        ObjectNode leftOut = document.putObject("left_out");
        runs.leftOut().forEach((why, count) -> leftOut.put(key(why), count));
        ObjectNode machines = document.putObject("machines");
        runs.machines().forEach(machines::put);
        ObjectNode scores = document.putObject(SCORES);
        runs.scores().forEach((machine, known) -> scores.put(machine, known.text()));
        ArrayNode commands = document.putArray("commands");
        runs.runs()
                .forEach((command, ofMachine) -> ofMachine.forEach((machine, list) -> {
                    ObjectNode object = commands.addObject()
                            .put("application", command.application())
                            .put("command", command.command())
                            .put("fingerprint", machine);
                    ArrayNode array = object.putArray("runs");
                    list.forEach(run -> add(run, array.addObject()));
                }));
        return MAPPER.writeValueAsString(document) + "\n";
    }

    /** @throws IOException when it is no baseline; the message does not name the file */
    static Baseline read(byte[] bytes) throws IOException {
        JsonNode document;
        try {
            document = MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new IOException("not JSON: " + e.getOriginalMessage(), e);
        }
        if (!KIND.equals(document.path("kind").asString(""))) {
            throw new IOException("not a file that 'baseline save' wrote");
        }
        if (document.path("schema").asInt(0) != SCHEMA) {
            throw new IOException("it was written by a newer perf-agent; use that version");
        }
        Instant saved = RecordTime.parse(document.path("saved").asString(""));
        return new Baseline(document.path("name").asString(""), saved == null ? Instant.EPOCH : saved, runs(document));
    }

    private static RunGroup runs(JsonNode document) throws IOException {
        SortedMap<CommandName, SortedMap<String, List<RunTimes>>> commands = new TreeMap<>();
        for (JsonNode object : document.path("commands")) {
            CommandName command = new CommandName(
                    object.path("application").asString(""),
                    object.path("command").asString(""));
            List<RunTimes> runs = new ArrayList<>();
            for (JsonNode run : object.path("runs")) {
                runs.add(run(run));
            }
            commands.computeIfAbsent(command, first -> new TreeMap<>())
                    .put(object.path("fingerprint").asString(""), runs);
        }
        Map<String, String> machines = new TreeMap<>();
        document.path("machines").forEachEntry((machine, words) -> machines.put(machine, words.asString("")));
        Map<String, SystemScores> scores = new TreeMap<>();
        document.path(SCORES)
                .forEachEntry((machine, text) -> scores.put(machine, SystemScores.parse(text.asString(""))));
        Map<ExcludedRuns, Long> leftOut = new EnumMap<>(ExcludedRuns.class);
        for (ExcludedRuns why : ExcludedRuns.values()) {
            long count = document.path("left_out").path(key(why)).asLong(0);
            if (count > 0) {
                leftOut.put(why, count);
            }
        }
        return new RunGroup(document.path("runs_of").asString(""), commands, machines, scores, leftOut);
    }

    private static RunTimes run(JsonNode run) throws IOException {
        Instant start = RecordTime.parse(run.path("timestamp").asString(""));
        JsonNode total = run.path("total_ms");
        if (start == null || !isDuration(total)) {
            throw new IOException("a run in it has no timestamp or total_ms");
        }
        Map<String, Double> phases = new LinkedHashMap<>();
        run.path("phases").forEachEntry((name, ms) -> {
            if (isDuration(ms)) {
                phases.put(name, ms.doubleValue());
            }
        });
        Map<ResourceMeasure, Double> uses = new EnumMap<>(ResourceMeasure.class);
        for (ResourceMeasure use : ResourceMeasure.values()) {
            JsonNode value = run.path(USED).path(use.key());
            if (isDuration(value)) {
                uses.put(use, value.doubleValue());
            }
        }
        return new RunTimes(run.path("execution_id").asString(""), start, total.doubleValue(), phases, uses);
    }

    private static boolean isDuration(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue());
    }

    private static void add(RunTimes run, ObjectNode object) {
        object.put("execution_id", run.id())
                .put("timestamp", run.start().toString())
                .put("total_ms", run.totalMs());
        ObjectNode phases = object.putObject("phases");
        new TreeMap<>(run.phases()).forEach(phases::put);
        ObjectNode used = object.putObject(USED);
        new TreeMap<>(run.use()).forEach((use, value) -> used.put(use.key(), value));
    }

    private static String key(ExcludedRuns why) {
        return why.name().toLowerCase(Locale.ROOT);
    }
}
