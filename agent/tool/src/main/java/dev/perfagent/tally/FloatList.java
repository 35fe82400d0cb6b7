package dev.perfagent.tally;

import java.util.Arrays;

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

    public double[] values() {
        double[] copy = new double[size];
        for (int i = 0; i < size; i++) {
            // By way of its text: 78.3 as a float and a double again would be 78.30000305.
            copy[i] = Double.parseDouble(Float.toString(values[i]));
        }
        return copy;
    }
}
