package dev.perfagent.config;

import org.jspecify.annotations.Nullable;

/** A unit that people write behind a number, although the key's name has it already. */
enum Unit {
    MS(Quantity.Dimension.TIME, 1),
    MILLIS(Quantity.Dimension.TIME, 1),
    S(Quantity.Dimension.TIME, 1_000),
    SEC(Quantity.Dimension.TIME, 1_000),
    SECONDS(Quantity.Dimension.TIME, 1_000),
    M(Quantity.Dimension.TIME, 60_000),
    MIN(Quantity.Dimension.TIME, 60_000),
    MINUTES(Quantity.Dimension.TIME, 60_000),
    H(Quantity.Dimension.TIME, 3_600_000),
    HOUR(Quantity.Dimension.TIME, 3_600_000),
    HOURS(Quantity.Dimension.TIME, 3_600_000),
    KB(Quantity.Dimension.SIZE, 1.0 / 1_024),
    K(Quantity.Dimension.SIZE, 1.0 / 1_024),
    MB(Quantity.Dimension.SIZE, 1),
    MIB(Quantity.Dimension.SIZE, 1),
    GB(Quantity.Dimension.SIZE, 1_024),
    GIB(Quantity.Dimension.SIZE, 1_024),
    G(Quantity.Dimension.SIZE, 1_024),
    TB(Quantity.Dimension.SIZE, 1_024 * 1_024),
    TIB(Quantity.Dimension.SIZE, 1_024 * 1_024),
    D(Quantity.Dimension.DAYS, 1),
    DAY(Quantity.Dimension.DAYS, 1),
    DAYS(Quantity.Dimension.DAYS, 1),
    WEEKS(Quantity.Dimension.DAYS, 7);

    private final Quantity.Dimension dimension;
    private final double factor;

    Unit(Quantity.Dimension dimension, double factor) {
        this.dimension = dimension;
        this.factor = factor;
    }

    /** What to multiply a number in the unit of that name with, to get the dimension's own; null for another name. */
    static @Nullable Double factor(Quantity.Dimension dimension, String name) {
        if (name.equals("%")) {
            return dimension == Quantity.Dimension.PERCENT
                    ? Double.valueOf(1)
                    : dimension == Quantity.Dimension.RATIO ? Double.valueOf(0.01) : null;
        }
        if (dimension == Quantity.Dimension.MINUTES) {
            return scaled(Quantity.Dimension.TIME, name, MINUTES.factor);
        }
        if (dimension == Quantity.Dimension.GIGABYTES) {
            return scaled(Quantity.Dimension.SIZE, name, GB.factor);
        }
        for (Unit unit : values()) {
            if (unit.dimension == dimension && unit.name().equalsIgnoreCase(name)) {
                return unit.factor;
            }
        }
        return null;
    }

    private static @Nullable Double scaled(Quantity.Dimension dimension, String name, double scale) {
        Double factor = factor(dimension, name);
        return factor == null ? null : Double.valueOf(factor / scale);
    }
}
