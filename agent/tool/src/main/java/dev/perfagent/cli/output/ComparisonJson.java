package dev.perfagent.cli.output;

import dev.perfagent.analysis.CommandName;
import dev.perfagent.compare.CommandComparison;
import dev.perfagent.compare.Comparisons;
import dev.perfagent.compare.LeftOut;
import dev.perfagent.compare.Refusal;
import dev.perfagent.compare.RunGroup;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.MoreRuns;
import dev.perfagent.statistics.Ratio;
import dev.perfagent.statistics.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final int MS_DIGITS = 3;
    private static final int RATIO_DIGITS = 4;
    private static final int P_DIGITS = 6;

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
        for (LeftOut why : LeftOut.values()) {
            leftOut.put(why.name().toLowerCase(Locale.ROOT), group.leftOut().getOrDefault(why, 0L));
        }
        ObjectNode machines = object.putObject("machines");
        group.machines().forEach(machines::put);
    }

    private static void add(CommandComparison command, ObjectNode object) {
        name(command.command(), object)
                .put("fingerprint", command.machine().isEmpty() ? null : command.machine())
                .put("verdict", command.verdict().text())
                .put("runs_of_other_machines", command.elsewhere());
        add(command.total(), object.putObject("total"));
        ObjectNode phases = object.putObject("phases");
        command.phases().forEach((phase, comparison) -> add(comparison, phases.putObject(phase)));
        ArrayNode gone = object.putArray("phases_gone");
        command.gone().forEach(gone::add);
        ArrayNode added = object.putArray("phases_added");
        command.added().forEach(added::add);
    }

    private static void add(Comparison comparison, ObjectNode object) {
        Ratio ratio = comparison.ratio();
        MoreRuns needed = comparison.needed();
        object.put("verdict", comparison.verdict().text())
                .put("change", rounded(comparison.change(), RATIO_DIGITS))
                .put("change_ms", rounded(comparison.difference(), MS_DIGITS))
                .put("ratio", ratio == null ? null : rounded(ratio.value(), RATIO_DIGITS))
                .put("ratio_low", ratio == null ? null : rounded(ratio.low(), RATIO_DIGITS))
                .put("ratio_high", ratio == null ? null : rounded(ratio.high(), RATIO_DIGITS))
                .put("p_value", rounded(comparison.pValue(), P_DIGITS));
        add(comparison.baseline(), object.putObject("baseline"));
        add(comparison.current(), object.putObject("current"));
        if (needed == null) {
            object.putNull("more_runs");
        } else {
            object.putObject("more_runs")
                    .put("baseline", needed.baseline())
                    .put("current", needed.current())
                    .put("beyond_reach", needed.isBeyondReach());
        }
    }

    private static void add(Sample sample, ObjectNode object) {
        object.put("runs", sample.size())
                .put("median_ms", sample.isEmpty() ? null : rounded(sample.median(), MS_DIGITS))
                .put("spread", sample.isEmpty() ? null : rounded(sample.spread(), RATIO_DIGITS));
    }

    private static void add(Refusal refusal, ObjectNode object) {
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

    /** A duration as records tell it. */
    static @Nullable Double rounded(double ms) {
        return rounded(ms, MS_DIGITS);
    }

    private static @Nullable Double rounded(@Nullable Double number, int digits) {
        return number == null || !Double.isFinite(number)
                ? null
                : (Double) BigDecimal.valueOf(number)
                        .setScale(digits, RoundingMode.HALF_UP)
                        .doubleValue();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
