package dev.perfagent.cli.view.advice;

import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.output.Output;
import dev.perfagent.optimize.Advice;
import dev.perfagent.optimize.CostsByCommand;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Advice for programs. */
public final class AdviceJson {
    private static final int SCHEMA = 1;

    private AdviceJson() {}

    /** Writes one object that holds all of it in the order given. */
    public static void write(List<Advice> advice, CostsByCommand habits, Output out) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode document = mapper.createObjectNode()
                .put("schema", SCHEMA)
                .put("runs", habits.measured())
                .put("runs_left_out", habits.others())
                .put("days", Decimals.of(habits.days()));
        ArrayNode list = document.putArray("advice");
        for (Advice piece : advice) {
            ObjectNode object = list.addObject()
                    .put("cause", piece.cause().name().toLowerCase(Locale.ROOT))
                    .put("area", piece.cause().area().text())
                    .put("application", piece.command().application())
                    .put("command", piece.command().command())
                    .put("subject", piece.subject())
                    .put("action", AdviceWords.action(piece))
                    .put("runs", piece.runs())
                    .put("of_runs", piece.ofRuns())
                    .put("requests_per_run", Decimals.of(piece.requestsPerRun()))
                    .put("ms_per_run", Decimals.of(piece.msPerRun()))
                    .put("requests_per_day", Decimals.of(piece.requestsPerDay()))
                    .put("ms_per_day", Decimals.of(piece.msPerDay()))
                    .put("median_ms", Decimals.of(piece.medianMs()))
                    .put("count_per_run", Decimals.of(piece.countPerRun()));
            ArrayNode commands = object.putArray("commands");
            piece.steps().forEach(step -> commands.add(step.command()));
        }
        out.json(mapper.writeValueAsString(document));
    }
}
