package dev.perfagent.cli.view.prune;

import dev.perfagent.cli.output.Output;
import dev.perfagent.prune.ExpiredDay;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells a program what was deleted. */
public final class PruneJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PruneJson() {}

    public static void write(PruneResult pruned, Output out) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("schema", 1)
                .put("dry_run", pruned.dryRun())
                .put("keep_days", pruned.keptDays())
                .put("keep_runs", pruned.keptRuns())
                .put("bytes", pruned.bytes())
                .put("half_written_files", pruned.abandoned().size());
        ArrayNode days = json.putArray("days");
        for (ExpiredDay day : pruned.days()) {
            days.addObject()
                    .put("date", day.date().toString())
                    .put("files", day.files().size())
                    .put("bytes", day.bytes());
        }
        out.json(MAPPER.writeValueAsString(json));
    }
}
