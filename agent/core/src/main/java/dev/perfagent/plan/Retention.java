package dev.perfagent.plan;

/**
 * Whether runs are kept, and how long.
 *
 * @param days whole days, at least 1
 */
public record Retention(boolean enabled, int days) {
    /** 90 days. */
    public static final Retention STANDARD = new Retention(true, 90);
}
