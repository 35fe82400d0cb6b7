package dev.perfagent.cli.view.comparison;

import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.output.Output;
import dev.perfagent.compare.CommandComparison;
import dev.perfagent.compare.Comparisons;
import dev.perfagent.compare.ExcludedRuns;
import dev.perfagent.compare.MachineMismatch;
import dev.perfagent.compare.RunGroup;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.Figure;
import dev.perfagent.statistics.MoreRuns;
import dev.perfagent.statistics.Ratio;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.CommandName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A comparison for programs. */
public final class ComparisonJson {
    private static final int SCHEMA = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** Writes one object. */
    public void write(Comparisons comparisons, Output out) {
        ObjectNode document = mapper.createObjectNode()
                .put("schema", SCHEMA)
                .put(
                        "verdict",
                        comparisons.commands().isEmpty()
                                ? null
                                : comparisons.verdict().text())
                .put("across_machines", comparisons.acrossMachines())
                .put("in_both", comparisons.inBoth());
        add(comparisons.baseline(), document.putObject("baseline"));
        add(comparisons.current(), document.putObject("current"));
        ArrayNode commands = document.putArray("commands");
        comparisons.commands().forEach(command -> add(command, commands.addObject()));
        ArrayNode refused = document.putArray("refused");
        comparisons.refusals().forEach(refusal -> add(refusal, refused.addObject()));
        add(comparisons.onlyBaseline(), document.putArray("only_baseline"));
        add(comparisons.onlyCurrent(), document.putArray("only_current"));
        out.json(mapper.writeValueAsString(document));
    }

    private static void add(RunGroup group, ObjectNode object) {
        object.put("runs_of", group.text())
                .put("runs", group.size())
                .put("from", text(group.from()))
                .put("to", text(group.to()));
        ObjectNode leftOut = object.putObject("left_out");
        for (ExcludedRuns why : ExcludedRuns.values()) {
            leftOut.put(why.name().toLowerCase(Locale.ROOT), group.leftOut().getOrDefault(why, 0L));
        }
        ObjectNode machines = object.putObject("machines");
        group.machines().forEach(machines::put);
    }

    private static void add(CommandComparison command, ObjectNode object) {
        name(command.command(), object)
                .put("fingerprint", command.machine().isEmpty() ? null : command.machine())
                .put("verdict", command.verdict().text())
                .put("tolerance", Decimals.ratio(command.tolerance()))
                .put("runs_of_other_machines", command.elsewhere());
        add(command.total(), "median_ms", "change_ms", object.putObject("total"));
        Comparison p95 = command.p95();
        if (p95 == null) {
            object.putNull("p95");
        } else {
            add(p95, "p95_ms", "change_ms", object.putObject("p95"));
        }
        Comparison active = command.active();
        object.put("judged_by", active == null ? "total" : "active_time");
        ObjectNode share = object.putObject("machine_share");
        share.put("baseline", ratio(command.machineBefore())).put("current", ratio(command.machineNow()));
        if (active == null) {
            object.putNull("active_time");
        } else {
            add(active, "median_ms", "change_ms", object.putObject("active_time"));
        }
        ObjectNode phases = object.putObject("phases");
        command.phases()
                .forEach((phase, comparison) -> add(comparison, "median_ms", "change_ms", phases.putObject(phase)));
        ObjectNode used = object.putObject("used");
        command.use()
                .forEach((use, comparison) -> add(
                        comparison,
                        "median",
                        "difference",
                        used.putObject(use.key()).put("unit", use.unit())));
        ArrayNode gone = object.putArray("phases_gone");
        command.gone().forEach(gone::add);
        ArrayNode added = object.putArray("phases_added");
        command.added().forEach(added::add);
    }

    private static void add(Comparison comparison, String figure, String difference, ObjectNode object) {
        Ratio ratio = comparison.ratio();
        MoreRuns needed = comparison.needed();
        object.put("verdict", comparison.verdict().text())
                .put("change", Decimals.ratio(comparison.change()))
                .put(difference, Decimals.of(comparison.difference()))
                .put("ratio", ratio == null ? null : Decimals.ratio(ratio.value()))
                .put("ratio_low", ratio == null ? null : Decimals.ratio(ratio.low()))
                .put("ratio_high", ratio == null ? null : Decimals.ratio(ratio.high()))
                .put("p_value", Decimals.ratio(comparison.pValue()))
                .put("p_corrected", Decimals.ratio(comparison.corrected()));
        Figure of = comparison.question().figure();
        add(comparison.baseline(), of, figure, object.putObject("baseline"));
        add(comparison.current(), of, figure, object.putObject("current"));
        if (needed == null) {
            object.putNull("more_runs");
        } else {
            object.putObject("more_runs")
                    .put("baseline", needed.baseline())
                    .put("current", needed.current())
                    .put("beyond_reach", needed.isBeyondReach());
        }
    }

    private static void add(Sample sample, Figure figure, String name, ObjectNode object) {
        object.put("runs", sample.size())
                .put(name, sample.isEmpty() ? null : Decimals.of(figure.of(sample)))
                .put("spread", sample.isEmpty() ? null : Decimals.ratio(sample.spread()));
    }

    private static @Nullable BigDecimal ratio(double share) {
        return Double.isNaN(share) ? null : Decimals.ratio(share);
    }

    private static void add(MachineMismatch refusal, ObjectNode object) {
        name(refusal.command(), object);
        ArrayNode baseline = object.putArray("baseline_fingerprints");
        refusal.baseline().forEach(baseline::add);
        ArrayNode current = object.putArray("current_fingerprints");
        refusal.current().forEach(current::add);
    }

    private static void add(List<CommandName> commands, ArrayNode list) {
        commands.forEach(command -> name(command, list.addObject()));
    }

    private static ObjectNode name(CommandName command, ObjectNode object) {
        return object.put("application", command.application()).put("command", command.command());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
