package dev.perfagent.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers for programs. */
final class Decimals {
    /** Times in ms with three decimals are what runs are recorded with. */
    private static final int PLACES = 3;

    /** Ratios and p-values may be tiny. */
    private static final MathContext RATIO_DIGITS = new MathContext(6);

    /** Beyond it a ratio is one to nearly nothing, and its 300 digits are of no use to a program. */
    private static final double MOST_RATIO = 1e9;

    private Decimals() {}

    /** To three decimals; null stays null. */
    static @Nullable BigDecimal of(@Nullable Double value) {
        return value == null || !Double.isFinite(value)
                ? null
                : plain(BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP));
    }

    /** To six digits; null stays null, and a ratio to nothing or nearly nothing is null. */
    static @Nullable BigDecimal ratio(@Nullable Double value) {
        return value == null || !Double.isFinite(value) || Math.abs(value) > MOST_RATIO
                ? null
                : plain(BigDecimal.valueOf(value).round(RATIO_DIGITS));
    }

    static String text(Number value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
