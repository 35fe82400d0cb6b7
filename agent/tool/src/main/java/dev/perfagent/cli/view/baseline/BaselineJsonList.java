package dev.perfagent.cli.view.baseline;

import dev.perfagent.baseline.Baseline;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.output.Output;
import dev.perfagent.statistics.Sample;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Saved baselines for programs, without their single runs. */
public final class BaselineJsonList {
    private static final int SCHEMA = 1;

    private BaselineJsonList() {}

    /** Writes one object with the names of those that are no more. */
    public static void writeDeleted(List<String> names, Output out) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode document = mapper.createObjectNode().put("schema", SCHEMA);
        ArrayNode list = document.putArray("deleted");
        names.forEach(list::add);
        out.json(mapper.writeValueAsString(document));
    }

    /** Writes one object that holds them in the order given. */
    public static void write(List<Baseline> baselines, Output out) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode document = mapper.createObjectNode().put("schema", SCHEMA);
        ArrayNode list = document.putArray("baselines");
        for (Baseline baseline : baselines) {
            ObjectNode object = list.addObject()
                    .put("name", baseline.name())
                    .put("saved", baseline.saved().toString())
                    .put("runs_of", baseline.runs().text())
                    .put("runs", baseline.runs().size());
            ArrayNode commands = object.putArray("commands");
            baseline.runs()
                    .runs()
                    .forEach((command, ofMachine) -> ofMachine.forEach((machine, runs) -> {
                        Sample sample = Sample.of(
                                runs.stream().mapToDouble(run -> run.totalMs()).toArray());
                        commands.addObject()
                                .put("application", command.application())
                                .put("command", command.command())
                                .put("fingerprint", machine)
                                .put("runs", sample.size())
                                .put("median_ms", Decimals.of(sample.median()));
                    }));
        }
        out.json(mapper.writeValueAsString(document));
    }
}
