package dev.perfagent.threshold;

/** By how much a phase differs from its target, as a band. */
public enum Variance {
    EXCELLENT("excellent", 0.10),
    ACCEPTABLE("acceptable", 0.30),
    WARNING("warning", 0.50),
    CRITICAL("critical", Double.POSITIVE_INFINITY);

    private final String text;
    private final double most;

    Variance(String text, double most) {
        this.text = text;
        this.most = most;
    }

    /** The band of a phase; what is under its target is excellent. */
    public static Variance of(double ms, double targetMs) {
        double variance = (ms - targetMs) / targetMs;
        for (Variance band : values()) {
            if (variance <= band.most) {
                return band;
            }
        }
        return CRITICAL;
    }

    /** The name in JSON and in text. */
    public String text() {
        return text;
    }
}
