package dev.perfagent.tally;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Many numbers in little memory: as floats, whose seven digits are enough for megabytes. */
public final class FloatList {
    private static final int FIRST_CAPACITY = 16;

    private float[] values = new float[FIRST_CAPACITY];
    private int size;

    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        // What is read may say anything: beyond a float's range it would be infinite.
        values[size++] = (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
    }

    public void addAll(FloatList other) {
        for (int i = 0; i < other.size; i++) {
            add(other.values[i]);
        }
    }

    /** The middle value; of an even number, the mean of the two in the middle. Null when there is none. */
    public @Nullable Double median() {
        if (size == 0) {
            return null;
        }
        float[] sorted = sorted();
        int half = size / 2;
        return size % 2 == 1 ? exact(sorted[half]) : exact(sorted[half - 1]) / 2 + exact(sorted[half]) / 2;
    }

    /** The largest value; null when there is none. */
    public @Nullable Double max() {
        return quantile(1);
    }

    /** The smallest value that at least that part of them does not exceed; null when there is none. */
    public @Nullable Double quantile(double part) {
        return size == 0 ? null : (Double) exact(sorted()[Math.max(0, (int) Math.ceil(part * size - 1e-9) - 1)]);
    }

    private float[] sorted() {
        float[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** By way of its text: 78.3 as a float and a double again would be 78.30000305. */
    private static double exact(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    public double[] values() {
        double[] copy = new double[size];
        for (int i = 0; i < size; i++) {
            copy[i] = exact(values[i]);
        }
        return copy;
    }
}
