package dev.perfagent.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record as the agent writes it, field by field as in the format's contract. */
public final class SampleRun {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ObjectNode json = MAPPER.createObjectNode();

    private SampleRun(String id, Instant start) {
        json.put("schema", 1)
                .put("execution_id", id)
                .put("timestamp", start.toString())
                .put("end_timestamp", start.plusMillis(2450).toString())
                .put("application", "ghpm")
                .put("application_version", "2.0.0")
                .put("command", "batch");
        json.putArray("options").add("--project").add("--dry-run");
        json.put("outcome", "success").put("exit_code", 0).putNull("error");
        json.putObject("duration")
                .put("total_ms", 2450.0)
                .put("process_ms", 2610.0)
                .put("jvm_startup_ms", 120.0)
                .putObject("phases");
        json.putObject("resource_usage");
        json.putNull("github_api");
        json.putNull("http");
        json.putNull("caches");
        json.putNull("processes");
        json.putObject("context");
        json.putObject("environment").put("host", "build-7");
        json.putObject("self").put("agent_version", "0.1.0").put("plan", "warm");
        json.putArray("alerts");
    }

    /** Little is known: no GitHub, no caches, no phases. */
    public static SampleRun plain(String id, String start) {
        return new SampleRun(id, Instant.parse(start));
    }

    /** Everything is known. */
    public static SampleRun full(String id, String start) {
        SampleRun run = plain(id, start);
        ObjectNode json = run.json;
        json.withObject("/duration/phases").setAll((ObjectNode) MAPPER.readTree(SampleText.PHASES));
        json.set("resource_usage", MAPPER.readTree(SampleText.RESOURCES));
        json.set("github_api", MAPPER.readTree(SampleText.GITHUB));
        json.set("http", MAPPER.readTree(SampleText.HTTP));
        json.set("caches", MAPPER.readTree(SampleText.CACHES));
        json.set("processes", MAPPER.readTree(SampleText.PROCESSES));
        json.set("context", MAPPER.readTree(SampleText.CONTEXT));
        json.set("environment", MAPPER.readTree(SampleText.ENVIRONMENT));
        json.set("self", MAPPER.readTree(SampleText.SELF));
        json.set("alerts", MAPPER.readTree(SampleText.ALERTS));
        return run;
    }

    public SampleRun application(String name) {
        json.put("application", name);
        return this;
    }

    public SampleRun command(String name) {
        json.put("command", name);
        return this;
    }

    public SampleRun took(double ms) {
        json.withObject("/duration").put("total_ms", ms);
        return this;
    }

    public SampleRun outcome(String outcome, @Nullable Integer exitCode) {
        json.put("outcome", outcome).put("exit_code", exitCode);
        return this;
    }

    public SampleRun failed(String type, String message) {
        json.putObject("error").put("type", type).put("message", message);
        return this;
    }

    public SampleRun with(String field, String value) {
        json.put(field, value);
        return this;
    }

    public SampleRun phase(String name, double ms) {
        json.withObject("/duration/phases")
                .putObject(name)
                .put("ms", ms)
                .put("self_ms", ms)
                .put("count", 1);
        return this;
    }

    /** A field as it is in JSON. */
    public SampleRun json(String field, String text) {
        json.set(field, MAPPER.readTree(text));
        return this;
    }

    /** What {@code system benchmark} said of its machine. */
    public SampleRun scores(String scores) {
        json.withObject("/environment").put("system_scores", scores);
        return this;
    }

    public SampleRun fingerprint(String fingerprint) {
        json.withObject("/environment").put("fingerprint", fingerprint);
        return this;
    }

    public SampleRun label(String name, String value) {
        json.withObject("/context").put(name, value);
        return this;
    }

    /** Classes were woven in it. */
    public SampleRun cold() {
        json.withObject("/self").put("plan", "cold");
        return this;
    }

    public SampleRun host(@Nullable String host) {
        json.withObject("/environment").put("host", host);
        return this;
    }

    /** The line without its end. */
    public String line() {
        return MAPPER.writeValueAsString(json);
    }

    /** The start marker that this run had while it went on. */
    public String marker(long pid, @Nullable Long startTicks, Instant refreshed) {
        ObjectNode marker = MAPPER.createObjectNode()
                .put("pid", pid)
                .put("start_ticks", startTicks)
                .put("refreshed", refreshed.toString());
        marker.setAll(json);
        marker.remove(List.of("end_timestamp", "exit_code", "duration"));
        Duration known = Duration.between(Instant.parse(json.get("timestamp").stringValue()), refreshed);
        marker.putObject("duration").put("total_ms", known.getSeconds() * 1e3 + known.getNano() / 1e6);
        return MAPPER.writeValueAsString(marker);
    }

    public String id() {
        return json.get("execution_id").stringValue();
    }

    /** The UTC day it began on. */
    public String day() {
        return json.get("timestamp").stringValue().substring(0, 10);
    }
}
