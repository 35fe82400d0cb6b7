package dev.perfagent.export.figure;

/**
 * One number of a run.
 *
 * @param name within its {@link FigureGroup}, such as {@code duration}
 * @param value finite
 */
public record RunFigure(String name, Unit unit, Kind kind, double value) {
    /** What the number counts. */
    public enum Unit {
        MILLISECONDS,
        BYTES,
        COUNT
    }

    /** How such numbers of several runs go together. */
    public enum Kind {
        /** They are added up. */
        SUM,
        /** Each is one of a distribution: its median or maximum is asked for. */
        VALUE,
        /** The newest one counts. */
        STATE
    }
}
