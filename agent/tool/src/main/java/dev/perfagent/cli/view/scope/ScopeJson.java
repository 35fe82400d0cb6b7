package dev.perfagent.cli.view.scope;

import dev.perfagent.analysis.Scope;
import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.Counts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the JSON of all reports begins with. */
public record ScopeJson(Instant generated, Runs scope) implements RecordJson.Inline {
    public static ScopeJson of(Scope scope) {
        Map<String, String> labels = new LinkedHashMap<>();
        scope.kind().labels().forEach(label -> labels.put(label.name(), label.value()));
        return new ScopeJson(
                scope.generated(),
                new Runs(
                        scope.from(),
                        scope.to(),
                        scope.application(),
                        scope.command(),
                        scope.kind().version(),
                        labels));
    }

    /** Which runs were asked for. */
    record Runs(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String application,
            @Nullable String command,
            @Nullable String version,
            Map<String, String> labels) {}

    public static void add(Scope scope, ObjectNode object) {
        ObjectNode runs = object.put("generated", scope.generated().toString())
                .putObject("scope")
                .put("from", time(scope.from()))
                .put("to", time(scope.to()))
                .put("application", scope.application())
                .put("command", scope.command())
                .put("version", scope.kind().version());
        ObjectNode labels = runs.putObject("labels");
        scope.kind().labels().forEach(label -> labels.put(label.name(), label.value()));
    }

    public static ObjectNode add(CommandName name, ObjectNode object) {
        return object.put("application", name.application()).put("command", name.command());
    }

    public static ObjectNode add(Counts counts, ObjectNode object) {
        return object.put("runs", counts.runs())
                .put("succeeded", counts.succeeded())
                .put("failed", counts.failed())
                .put("killed", counts.killed())
                .put("cold", counts.cold())
                .put("profiled", counts.profiled())
                .put("timed", counts.timed());
    }

    public static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
