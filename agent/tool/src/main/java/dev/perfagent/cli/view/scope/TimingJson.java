package dev.perfagent.cli.view.scope;

import dev.perfagent.analysis.Timing;
import dev.perfagent.cli.output.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How long runs took. */
public record TimingJson(
        int runs,
        @Nullable BigDecimal minMs,
        @Nullable BigDecimal medianMs,
        @Nullable BigDecimal p90Ms,
        @Nullable BigDecimal p95Ms,
        boolean p95IsEstimate,
        @Nullable BigDecimal p99Ms,
        @Nullable BigDecimal maxMs,
        @Nullable BigDecimal spread) {
    /** Null when there are no times. */
    public static @Nullable TimingJson of(@Nullable Timing timing) {
        return timing == null
                ? null
                : new TimingJson(
                        timing.runs(),
                        Decimals.of(timing.min()),
                        Decimals.of(timing.median()),
                        Decimals.of(timing.p90()),
                        Decimals.of(timing.p95()),
                        timing.p95Estimate(),
                        Decimals.of(timing.p99()),
                        Decimals.of(timing.max()),
                        Decimals.ratio(timing.spread()));
    }
}
