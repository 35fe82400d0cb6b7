package dev.perfagent.cli.view.check;

import dev.perfagent.check.CheckedRun;
import dev.perfagent.check.RunParts;
import dev.perfagent.cli.option.FailOn;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.output.Output;
import dev.perfagent.history.EnvironmentField;
import dev.perfagent.threshold.Verdict;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts for programs. */
public final class CheckJson {
    private static final int SCHEMA = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();

    /**
     * Writes one object that holds the runs in the order given.
     *
     * @param failOn how bad a verdict has to be to count against a run
     */
    public void write(List<CheckedRun> checked, FailOn failOn, long skippedLines, Output out) {
        ObjectNode document = mapper.createObjectNode()
                .put("schema", SCHEMA)
                .put("fail_on", failOn.text())
                .put("against", checked.stream().anyMatch(one -> one.isAgainst(failOn.least())));
        ArrayNode runs = document.putArray("runs");
        for (CheckedRun one : checked) {
            ObjectNode run = runs.addObject()
                    .put("execution_id", one.run().id())
                    .put("timestamp", one.run().start().toString())
                    .put("application", one.run().application())
                    .put("application_version", one.run().applicationVersion())
                    .put("command", one.run().command())
                    .put("fingerprint", one.run().environment().text(EnvironmentField.FINGERPRINT))
                    .put("against", one.isAgainst(failOn.least()));
            add(RunParts.of(one.run()), run);
            ArrayNode verdicts = run.putArray("verdicts");
            one.verdicts().forEach(verdict -> add(verdict, verdicts));
        }
        document.put("skipped_lines", skippedLines);
        out.json(mapper.writeValueAsString(document));
    }

    private static void add(RunParts parts, ObjectNode run) {
        run.put("wall_ms", Decimals.of(parts.wallMs()))
                .put("cpu_ms", Decimals.of(parts.cpuMs()))
                .put("application_cpu_ms", Decimals.of(parts.applicationCpuMs()))
                .put("without_waiting_ms", Decimals.of(parts.withoutWaitingMs()))
                .put("machine_share", Decimals.ratio(parts.machineShare()))
                .put("judged_by", parts.trusted().key());
    }

    private static void add(Verdict verdict, ArrayNode verdicts) {
        verdicts.addObject()
                .put("verdict", verdict.result().text())
                .put("measure", verdict.measure().key())
                .put("type", verdict.measure().type().key())
                .put("subject", verdict.subject())
                .put("rule", verdict.rule().text())
                .put("value", verdict.value())
                .put("limit", verdict.limit())
                .put("usual", verdict.usual())
                .put("unit", verdict.measure().unit())
                .put("runs", verdict.runs())
                .put("needed", verdict.needed())
                .put("explanation", verdict.explanation());
    }
}
