package dev.perfagent.config;

/** A kind of number in a file: what it counts, and which values are allowed. */
enum NumberType {
    /** A limit in time; the largest is eleven days. */
    LIMIT_MS("a number of milliseconds", Dimension.TIME, 0.001, 1e9, false),
    /** A minimum duration. */
    LEAST_MS("a number of milliseconds", Dimension.TIME, 0, 1e9, false),
    /** A limit on memory; the largest is ten terabytes. */
    LIMIT_MB("a number of megabytes", Dimension.SIZE, 0.001, 1e7, false),
    /** A limit on a disk; the largest is ten petabytes. */
    LIMIT_GB("a number of gigabytes", Dimension.GIGABYTES, 0.001, 1e7, false),
    /** A percentage that may be over 100. */
    PERCENTAGE("a percentage", Dimension.PERCENT, 1, 10_000, false),
    /** A percentage of a whole. */
    SHARE("a percentage", Dimension.PERCENT, 1, 100, false),
    /** A part of a whole. */
    RATIO("a ratio", Dimension.RATIO, 0, 1, false),
    /** How much slower something may get. */
    TOLERANCE("a ratio", Dimension.RATIO, 0.01, 1, false),
    /** A number of requests. */
    REQUESTS("a whole number of requests", Dimension.COUNT, 0, 1e9, true),
    /** A number of child processes. */
    PROCESSES("a whole number of processes", Dimension.COUNT, 0, 1e9, true),
    /** A number of runs. */
    RUNS("a whole number of runs", Dimension.COUNT, 1, 1_000, true),
    /** How long something is kept back; the longest is a year. */
    MINUTES("a number of minutes", Dimension.MINUTES, 0, 527_040, false),
    /** An exit code that says that the process failed. */
    EXIT_CODE("a whole number", Dimension.COUNT, 1, 255, true),
    /** How long something is kept; the longest is ten years. */
    DAYS("a whole number of days", Dimension.DAYS, 1, 3_650, true),
    /** A captured value. */
    AMOUNT("a number", Dimension.COUNT, -1e15, 1e15, false);

    private final String text;
    private final Dimension dimension;
    private final double min;
    private final double max;
    private final boolean whole;

    NumberType(String text, Dimension dimension, double min, double max, boolean whole) {
        this.text = text;
        this.dimension = dimension;
        this.min = min;
        this.max = max;
        this.whole = whole;
    }

    /** What it counts, with an article. */
    String text() {
        return text;
    }

    /** The units that people may have written. */
    Dimension dimension() {
        return dimension;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    /** Whether fractions make no sense. */
    boolean whole() {
        return whole;
    }

    /** Whether the value is allowed. */
    boolean accepts(double value) {
        return value >= min && value <= max && (!whole || value == Math.rint(value));
    }

    /** Numbers with the same units. */
    enum Dimension {
        TIME,
        MINUTES,
        SIZE,
        GIGABYTES,
        PERCENT,
        RATIO,
        DAYS,
        COUNT
    }
}
