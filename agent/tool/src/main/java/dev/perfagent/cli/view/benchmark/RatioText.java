package dev.perfagent.cli.view.benchmark;

import dev.perfagent.statistics.PairedRatio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A ratio as {@code 1.24 ± 0.03}. */
final class RatioText {
    /** A difference of 1 % needs a second place, one of 0.1 % a third. */
    private static final int PLACES = 2;

    private static final int MORE_PLACES = 3;
    private static final double SMALL = 0.02;

    private RatioText() {}

    static String of(PairedRatio ratio) {
        double reach = ratio.reach() * ratio.value();
        int places = reach < SMALL ? MORE_PLACES : PLACES;
        return number(ratio.value(), places) + (Double.isFinite(reach) ? " ± " + number(reach, places) : "");
    }

    /** The ends of the interval. */
    static String interval(PairedRatio ratio) {
        return Double.isFinite(ratio.high())
                ? number(ratio.low(), MORE_PLACES) + " … " + number(ratio.high(), MORE_PLACES)
                : "not known yet";
    }

    private static String number(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
