package dev.perfagent.statistics;

/**
 * A place from which on values are others than before.
 *
 * @param index of the first value that is different, in the series given
 * @param before the values from the change before, or the beginning, up to here
 * @param after the values from here to the next change, or the end
 * @param pValue of Mann–Whitney between the two
 */
public record ChangePoint(int index, Sample before, Sample after, double pValue) {
    /** The medians' difference as a part of the former, 0.3 for 30 % more; infinite when there was nothing before. */
    public double change() {
        return (after.median() - before.median()) / before.median();
    }
}
