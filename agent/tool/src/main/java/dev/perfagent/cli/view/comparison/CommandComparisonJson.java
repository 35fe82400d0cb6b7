package dev.perfagent.cli.view.comparison;

import dev.perfagent.calibrate.SystemMeasure;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.cli.view.scope.CommandJson;
import dev.perfagent.compare.CommandComparison;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.MoreRuns;
import dev.perfagent.statistics.Ratio;
import dev.perfagent.statistics.Sample;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One command then and now, for programs. */
record CommandComparisonJson(
        CommandJson about,
        @Nullable String fingerprint,
        String verdict,
        @Nullable BigDecimal tolerance,
        int runsOfOtherMachines,
        OfTime total,
        @Nullable OfP95 p95,
        String judgedBy,
        @Nullable Normalised normalised,
        Shares machineShare,
        @Nullable OfTime activeTime,
        Map<String, OfTime> phases,
        Map<String, OfUse> used,
        List<String> phasesGone,
        List<String> phasesAdded) {
    static CommandComparisonJson of(
            CommandComparison command, @Nullable SystemMeasure work, @Nullable Double slowdown) {
        Comparison p95 = command.p95();
        Comparison active = command.active();
        Map<String, OfTime> phases = new LinkedHashMap<>();
        command.phases().forEach((phase, comparison) -> phases.put(phase, OfTime.of(comparison)));
        Map<String, OfUse> used = new LinkedHashMap<>();
        command.use().forEach((use, comparison) -> used.put(use.key(), OfUse.of(use.unit(), comparison)));
        return new CommandComparisonJson(
                CommandJson.of(command.command()),
                command.machine().isEmpty() ? null : command.machine(),
                command.verdict().text(),
                Decimals.ratio(command.tolerance()),
                command.elsewhere(),
                OfTime.of(command.total()),
                p95 == null ? null : OfP95.of(p95),
                command.isByActiveTime() ? "active_time" : "total",
                Normalised.of(command, work, slowdown),
                new Shares(Decimals.ratio(command.machineBefore()), Decimals.ratio(command.machineNow())),
                active == null ? null : OfTime.of(active),
                phases,
                used,
                command.gone(),
                command.added());
    }

    /** The change divided by how much slower the machine is; the verdict is on what was measured. */
    record Normalised(
            String by,
            @Nullable BigDecimal slowdown,
            @Nullable BigDecimal change) {
        static @Nullable Normalised of(
                CommandComparison command, @Nullable SystemMeasure work, @Nullable Double slowdown) {
            Double change = command.total().change();
            if (work == null || slowdown == null || change == null) {
                return null;
            }
            BigDecimal without = Decimals.ratio(SpeedSection.normalised(change, slowdown));
            return new Normalised(work.key(), Decimals.ratio(slowdown), without);
        }
    }

    /** The machine's part of the time. */
    record Shares(@Nullable BigDecimal baseline, @Nullable BigDecimal current) {}

    /** Times, by their medians. */
    record OfTime(
            Answer answer,
            @Nullable BigDecimal changeMs,
            Evidence evidence,
            TimeSide baseline,
            TimeSide current,
            @Nullable More moreRuns) {
        static OfTime of(Comparison comparison) {
            return new OfTime(
                    Answer.of(comparison),
                    Decimals.of(comparison.difference()),
                    Evidence.of(comparison),
                    TimeSide.of(comparison, comparison.baseline()),
                    TimeSide.of(comparison, comparison.current()),
                    More.of(comparison.needed()));
        }

        record TimeSide(
                int runs,
                @Nullable BigDecimal medianMs,
                @Nullable BigDecimal spread) {
            static TimeSide of(Comparison comparison, Sample sample) {
                return new TimeSide(sample.size(), figureOf(comparison, sample), spreadOf(sample));
            }
        }
    }

    /** Times, by what 95 of 100 runs do not exceed. */
    record OfP95(
            Answer answer,
            @Nullable BigDecimal changeMs,
            Evidence evidence,
            P95Side baseline,
            P95Side current,
            @Nullable More moreRuns) {
        static OfP95 of(Comparison comparison) {
            return new OfP95(
                    Answer.of(comparison),
                    Decimals.of(comparison.difference()),
                    Evidence.of(comparison),
                    P95Side.of(comparison, comparison.baseline()),
                    P95Side.of(comparison, comparison.current()),
                    More.of(comparison.needed()));
        }

        record P95Side(
                int runs,
                @Nullable BigDecimal p95Ms,
                @Nullable BigDecimal spread) {
            static P95Side of(Comparison comparison, Sample sample) {
                return new P95Side(sample.size(), figureOf(comparison, sample), spreadOf(sample));
            }
        }
    }

    /** What else was used, by its medians, in its own unit. */
    record OfUse(
            String unit,
            Answer answer,
            @Nullable BigDecimal difference,
            Evidence evidence,
            UseSide baseline,
            UseSide current,
            @Nullable More moreRuns) {
        static OfUse of(String unit, Comparison comparison) {
            return new OfUse(
                    unit,
                    Answer.of(comparison),
                    Decimals.of(comparison.difference()),
                    Evidence.of(comparison),
                    UseSide.of(comparison, comparison.baseline()),
                    UseSide.of(comparison, comparison.current()),
                    More.of(comparison.needed()));
        }

        record UseSide(
                int runs,
                @Nullable BigDecimal median,
                @Nullable BigDecimal spread) {
            static UseSide of(Comparison comparison, Sample sample) {
                return new UseSide(sample.size(), figureOf(comparison, sample), spreadOf(sample));
            }
        }
    }

    record Answer(String verdict, @Nullable BigDecimal change) implements RecordJson.Inline {
        static Answer of(Comparison comparison) {
            return new Answer(comparison.verdict().text(), Decimals.ratio(comparison.change()));
        }
    }

    record Evidence(
            @Nullable BigDecimal ratio,
            @Nullable BigDecimal ratioLow,
            @Nullable BigDecimal ratioHigh,
            @Nullable BigDecimal pValue,
            @Nullable BigDecimal pCorrected)
            implements RecordJson.Inline {
        static Evidence of(Comparison comparison) {
            Ratio ratio = comparison.ratio();
            return new Evidence(
                    ratio == null ? null : Decimals.ratio(ratio.value()),
                    ratio == null ? null : Decimals.ratio(ratio.low()),
                    ratio == null ? null : Decimals.ratio(ratio.high()),
                    Decimals.ratio(comparison.pValue()),
                    Decimals.ratio(comparison.corrected()));
        }
    }

    /** How many more runs are likely to settle it. */
    record More(int baseline, int current, boolean beyondReach) {
        static @Nullable More of(@Nullable MoreRuns needed) {
            return needed == null ? null : new More(needed.baseline(), needed.current(), needed.isBeyondReach());
        }
    }

    private static @Nullable BigDecimal figureOf(Comparison comparison, Sample sample) {
        return sample.isEmpty()
                ? null
                : Decimals.of(comparison.question().figure().of(sample));
    }

    private static @Nullable BigDecimal spreadOf(Sample sample) {
        return sample.isEmpty() ? null : Decimals.ratio(sample.spread());
    }
}
