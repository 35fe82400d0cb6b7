package dev.perfagent.cli.view.scope;

import dev.perfagent.analysis.Scope;
import dev.perfagent.cli.output.RecordJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the JSON of all reports begins with. */
public record ScopeJson(Instant generated, Runs scope) implements RecordJson.Inline {
    public static ScopeJson of(Scope scope) {
        Map<String, @Nullable String> labels = new LinkedHashMap<>();
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
            Map<String, @Nullable String> labels) {}
}
