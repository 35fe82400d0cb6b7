package dev.perfagent.benchmark;

import dev.perfagent.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that took much longer than the others of its command, with the reason that its figures bear out. */
public record Outlier(Measurement run, Reason reason) {
    /** So many times the usual distance from the median. A normal distribution has one of 100,000 beyond it. */
    private static final double FAR = 6.5;

    /** And at least this part of the median, because what hardly differs is of no interest. */
    private static final double LEAST_PART = 0.05;

    /** With fewer runs nobody knows what is usual. */
    private static final int LEAST_RUNS = 6;

    /** More pressure than that, and more than in the run in the middle, is contention. */
    private static final double BUSIER = 0.1;

    /** The part of the excess that a cause has to make up. */
    private static final double HALF = 0.5;

    /** Why it took longer. */
    public enum Reason {
        /** What it needs was not yet in the caches of the machine. */
        FIRST_RUN("first run; --warmup 1 leaves it out"),
        /** Others had the CPUs. */
        CONTENTION("other programs had the CPU"),
        /** It did more itself. */
        MORE_CPU("used more CPU itself"),
        UNKNOWN("waited, not for a CPU");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** As users read it. */
        public String words() {
            return words;
        }
    }

    /** Those of a command's runs, in the order of the runs. */
    public static List<Outlier> of(List<Measurement> runs) {
        List<Outlier> outliers = new ArrayList<>();
        if (runs.size() < LEAST_RUNS) {
            return outliers;
        }
        Sample times = Sample.of(runs.stream().mapToDouble(Measurement::wallMs).toArray());
        double usual = times.median();
        double limit = usual + Math.max(LEAST_PART * usual, FAR * times.medianAbsoluteDeviation());
        Double pressure = median(runs.stream().map(Measurement::pressure).toList());
        Double cpu = median(runs.stream().map(Measurement::cpuMs).toList());
        for (int i = 0; i < runs.size(); i++) {
            Measurement run = runs.get(i);
            if (run.wallMs() > limit) {
                outliers.add(new Outlier(run, i == 0 ? Reason.FIRST_RUN : reason(run, usual, pressure, cpu)));
            }
        }
        return outliers;
    }

    private static Reason reason(
            Measurement run, double usual, @Nullable Double usualPressure, @Nullable Double usualCpu) {
        double excess = run.wallMs() - usual;
        Double waited = run.cpuWaitMs();
        Double pressure = run.pressure();
        boolean busier = pressure != null && usualPressure != null && pressure - usualPressure > BUSIER;
        if (waited != null && waited > HALF * excess || busier) {
            return Reason.CONTENTION;
        }
        Double cpu = run.cpuMs();
        return cpu != null && usualCpu != null && cpu - usualCpu > HALF * excess ? Reason.MORE_CPU : Reason.UNKNOWN;
    }

    /** Of those that are known; null with none. */
    private static @Nullable Double median(List<@Nullable Double> values) {
        List<Double> known = new ArrayList<>();
        for (Double value : values) {
            if (value != null) {
                known.add(value);
            }
        }
        return known.isEmpty() ? null : (Double) Sample.of(known).median();
    }
}
