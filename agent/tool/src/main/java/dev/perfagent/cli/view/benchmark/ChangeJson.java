package dev.perfagent.cli.view.benchmark;

import dev.perfagent.benchmark.BaselineChange;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.Ratio;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A command compared with earlier times of it, for programs. */
record ChangeJson(
        String command,
        String baseline,
        @Nullable BigDecimal baselineMs,
        @Nullable BigDecimal currentMs,
        @Nullable BigDecimal change,
        @Nullable BigDecimal ratioLow,
        @Nullable BigDecimal ratioHigh,
        @Nullable BigDecimal pValue,
        String verdict) {
    static ChangeJson of(BaselineChange change) {
        Comparison comparison = change.comparison();
        Ratio ratio = comparison.ratio();
        return new ChangeJson(
                change.command(),
                change.source(),
                Decimals.of(comparison.baseline().median()),
                comparison.current().isEmpty()
                        ? null
                        : Decimals.of(comparison.current().median()),
                Decimals.ratio(comparison.change()),
                ratio == null ? null : Decimals.ratio(ratio.low()),
                ratio == null ? null : Decimals.ratio(ratio.high()),
                Decimals.ratio(comparison.corrected()),
                comparison.verdict().text());
    }
}
