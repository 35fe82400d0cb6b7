package dev.perfagent.analysis;

import dev.perfagent.tally.TimeSeries;

/** How much times have to change to be worth a word. */
public final class NotableChange {
    /**
     * What a busy machine does to times cannot be taken out altogether. Up to so much was left of it in recorded series of
     * unchanged runs (decision 196).
     */
    static final double ON_A_BUSY_MACHINE = 0.2;

    private NotableChange() {}

    /**
     * The least part, 0.05 for 5 %.
     *
     * @param usual on a machine that is not busy
     */
    public static double least(TimeSeries times, double usual) {
        return times.isWithoutMachine() ? Math.max(usual, ON_A_BUSY_MACHINE) : usual;
    }
}
