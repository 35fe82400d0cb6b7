package dev.perfagent.config;

import org.jspecify.annotations.Nullable;

/** A unit that people write after a number, although the key's name already says it. */
enum Unit {
    MS(NumberType.Dimension.TIME, 1),
    MILLIS(NumberType.Dimension.TIME, 1),
    S(NumberType.Dimension.TIME, 1_000),
    SEC(NumberType.Dimension.TIME, 1_000),
    SECONDS(NumberType.Dimension.TIME, 1_000),
    M(NumberType.Dimension.TIME, 60_000),
    MIN(NumberType.Dimension.TIME, 60_000),
    MINUTES(NumberType.Dimension.TIME, 60_000),
    H(NumberType.Dimension.TIME, 3_600_000),
    HOUR(NumberType.Dimension.TIME, 3_600_000),
    HOURS(NumberType.Dimension.TIME, 3_600_000),
    KB(NumberType.Dimension.SIZE, 1.0 / 1_024),
    K(NumberType.Dimension.SIZE, 1.0 / 1_024),
    MB(NumberType.Dimension.SIZE, 1),
    MIB(NumberType.Dimension.SIZE, 1),
    GB(NumberType.Dimension.SIZE, 1_024),
    GIB(NumberType.Dimension.SIZE, 1_024),
    G(NumberType.Dimension.SIZE, 1_024),
    TB(NumberType.Dimension.SIZE, 1_024 * 1_024),
    TIB(NumberType.Dimension.SIZE, 1_024 * 1_024),
    D(NumberType.Dimension.DAYS, 1),
    DAY(NumberType.Dimension.DAYS, 1),
    DAYS(NumberType.Dimension.DAYS, 1),
    WEEKS(NumberType.Dimension.DAYS, 7);

    private final NumberType.Dimension dimension;
    private final double factor;

    Unit(NumberType.Dimension dimension, double factor) {
        this.dimension = dimension;
        this.factor = factor;
    }

    /** The factor that converts a number in that unit to the dimension's own unit; null for an unknown unit. */
    static @Nullable Double factor(NumberType.Dimension dimension, String name) {
        if (name.equals("%")) {
            return dimension == NumberType.Dimension.PERCENT
                    ? Double.valueOf(1)
                    : dimension == NumberType.Dimension.RATIO ? Double.valueOf(0.01) : null;
        }
        if (dimension == NumberType.Dimension.MINUTES) {
            return scaled(NumberType.Dimension.TIME, name, MINUTES.factor);
        }
        if (dimension == NumberType.Dimension.GIGABYTES) {
            return scaled(NumberType.Dimension.SIZE, name, GB.factor);
        }
        for (Unit unit : values()) {
            if (unit.dimension == dimension && unit.name().equalsIgnoreCase(name)) {
                return unit.factor;
            }
        }
        return null;
    }

    private static @Nullable Double scaled(NumberType.Dimension dimension, String name, double scale) {
        Double factor = factor(dimension, name);
        return factor == null ? null : Double.valueOf(factor / scale);
    }
}
