package dev.perfagent.cli.view.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Times of one command in one unit and with as many digits as tell them apart. */
final class Times {
    private static final double MS_A_SECOND = 1000;

    private final boolean seconds;
    private final int places;

    /** @param usualMs a time in the middle of them */
    Times(double usualMs) {
        seconds = usualMs >= MS_A_SECOND;
        double shown = seconds ? usualMs / MS_A_SECOND : usualMs;
        places = shown < 10 ? seconds ? 3 : 2 : seconds ? 2 : 1;
    }

    /** With its unit. */
    String of(double ms) {
        return number(ms) + (seconds ? " s" : " ms");
    }

    private String number(double ms) {
        return BigDecimal.valueOf(seconds ? ms / MS_A_SECOND : ms)
                .setScale(places, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
