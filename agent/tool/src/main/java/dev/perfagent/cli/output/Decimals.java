package dev.perfagent.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers for programs. */
public final class Decimals {
    /** Times in ms with three decimals are what runs are recorded with. */
    private static final int PLACES = 3;

    /** Ratios and p-values may be tiny. */
    private static final MathContext RATIO_DIGITS = new MathContext(6);

    /** Beyond it a ratio is one to nearly nothing, and its 300 digits are of no use to a program. */
    private static final double MOST_RATIO = 1e9;

    /** What three decimals would make a 0 keeps what is known of it. */
    private static final MathContext SMALL_DIGITS = new MathContext(3);

    /** As many as a double has. */
    private static final MathContext ALL_DIGITS = new MathContext(17);

    private Decimals() {}

    /** To three decimals, or as many as it takes not to be a 0 that it is not; null stays null. */
    public static @Nullable BigDecimal of(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = exact.setScale(PLACES, RoundingMode.HALF_UP);
        return plain(rounded.signum() == 0 && exact.signum() != 0 ? exact.round(SMALL_DIGITS) : rounded);
    }

    /** To six digits, and never to a 1 that it is not; null stays null, and a ratio to nothing or nearly nothing is null. */
    public static @Nullable BigDecimal ratio(@Nullable Double value) {
        if (value == null || !Double.isFinite(value) || Math.abs(value) > MOST_RATIO) {
            return null;
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = exact.round(RATIO_DIGITS);
        return plain(isOne(rounded) && !isOne(exact) ? exact.round(ALL_DIGITS) : rounded);
    }

    private static boolean isOne(BigDecimal value) {
        return value.abs().compareTo(BigDecimal.ONE) == 0;
    }

    static String text(Number value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
