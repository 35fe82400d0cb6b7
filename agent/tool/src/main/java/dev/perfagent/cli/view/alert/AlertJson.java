package dev.perfagent.cli.view.alert;

import dev.perfagent.cli.output.Output;
import dev.perfagent.history.AlertEntry;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Alerts for programs. */
public final class AlertJson {
    private static final int SCHEMA = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** Writes one object that holds them in the order given. */
    public void write(List<AlertEntry> alerts, long skippedLines, Output out) {
        ObjectNode document = mapper.createObjectNode().put("schema", SCHEMA);
        ArrayNode list = document.putArray("alerts");
        for (AlertEntry alert : alerts) {
            ObjectNode object = list.addObject()
                    .put("timestamp", alert.time().toString())
                    .put("severity", alert.severity())
                    .put("type", alert.type())
                    .put("execution_id", alert.runId())
                    .put("application", alert.application())
                    .put("command", alert.command());
            ArrayNode text = object.putArray("text");
            alert.text().forEach(text::add);
        }
        document.put("skipped_lines", skippedLines);
        out.json(mapper.writeValueAsString(document));
    }
}
