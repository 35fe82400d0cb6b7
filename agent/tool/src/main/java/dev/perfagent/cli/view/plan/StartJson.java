package dev.perfagent.cli.view.plan;

import dev.perfagent.prepare.OptionText;
import dev.perfagent.prepare.start.StartComparison;
import dev.perfagent.prepare.start.TriedStart;
import dev.perfagent.statistics.PairedRatio;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which a program was started. */
public record StartJson(int jdk, int rounds, List<Way> ways, String best, String jdkJavaOptions) {
    static StartJson of(StartComparison comparison) {
        TriedStart best = comparison.best();
        return new StartJson(
                comparison.feature(),
                comparison.rounds(),
                comparison.tried().stream().map(Way::of).toList(),
                name(best),
                OptionText.variable(best.options()));
    }

    private static String name(TriedStart start) {
        return start.way().name().toLowerCase(Locale.ROOT);
    }

    /** One of them; a ratio is its time by that of {@code usual}. */
    record Way(
            String way,
            List<String> options,
            @Nullable String problem,
            @Nullable Double medianMs,
            @Nullable Double ratio,
            @Nullable Double ratioLow,
            @Nullable Double ratioHigh) {
        private static Way of(TriedStart start) {
            PairedRatio ratio = start.ratio();
            PairedRatio ends = ratio == null || Double.isInfinite(ratio.high()) ? null : ratio;
            return new Way(
                    name(start),
                    start.options(),
                    start.problem(),
                    start.medianMs(),
                    ratio == null ? null : (Double) ratio.value(),
                    ends == null ? null : (Double) ends.low(),
                    ends == null ? null : (Double) ends.high());
        }
    }
}
