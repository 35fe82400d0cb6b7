package dev.perfagent.threshold;

/**
 * How the machine usually was when a command ran: medians in milliseconds, to which all its runs are brought. NaN where too few
 * runs know it.
 *
 * @param jvmMs CPU time of the JVM's own threads
 * @param gaugeMs of what the agent does once in each run
 * @param lookUs the same in microseconds of a look of the agent's
 * @param waitMs of waiting for a CPU
 */
public record UsualMachine(double jvmMs, double gaugeMs, double lookUs, double waitMs) {
    /** Leaves runs as they were. */
    static final UsualMachine UNKNOWN = new UsualMachine(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** The same where waiting for a CPU is left as it was. */
    UsualMachine withoutWaiting() {
        return new UsualMachine(jvmMs, gaugeMs, lookUs, Double.NaN);
    }

    /** What is not known, from another one. */
    UsualMachine orElse(UsualMachine other) {
        return new UsualMachine(
                either(jvmMs, other.jvmMs),
                either(gaugeMs, other.gaugeMs),
                either(lookUs, other.lookUs),
                either(waitMs, other.waitMs));
    }

    /** Whether something shows how slow the CPU was, whatever the command did. */
    boolean hasGauge() {
        return !Double.isNaN(gaugeMs) || !Double.isNaN(lookUs);
    }

    private static double either(double one, double other) {
        return Double.isNaN(one) ? other : one;
    }
}
