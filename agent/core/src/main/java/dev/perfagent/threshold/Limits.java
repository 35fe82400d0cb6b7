package dev.perfagent.threshold;

import dev.perfagent.run.AlertType;
import dev.perfagent.run.Severity;

/** What the rules have in common: how far over a limit is how bad, and what holds where a policy has no figure. */
final class Limits {
    /**
     * A difference under this is no slowdown, whatever it is in percent: a timer tick, a page fault. It is asked for against a
     * baseline or target; a fixed maximum is the user's own line, and a run over it is rated poor.
     */
    static final double FLOOR_MS = 5;

    /** Over a limit is a warning; over it by more than half is critical: the upper band of change. */
    private static final double CRITICAL_RATIO = 1.5;

    private Limits() {}

    /** The severity of a value over a fixed maximum, which needs no further evidence. */
    static Severity severity(double current, double limit) {
        return current > limit * CRITICAL_RATIO ? Severity.CRITICAL : Severity.WARNING;
    }

    /** The policy's percentage as a factor: 150 % is 1.5; the standard one where it has none. */
    static double factor(AlertType type, AlertPolicy policy) {
        Double percentage = policy.threshold();
        if (percentage == null) {
            percentage = AlertPolicies.standard(type).threshold();
        }
        return percentage == null ? 1 : percentage / 100;
    }
}
