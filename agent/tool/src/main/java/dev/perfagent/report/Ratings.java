package dev.perfagent.report;

import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.ApiTally;
import dev.perfagent.tally.MemoryTally;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.Rating;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What figures are worth; the definitions are in docs/report.md. */
public final class Ratings {
    /** Shares of time outside garbage collection; 0.99 is the goal of the JVM's parallel collector (GCTimeRatio=99). */
    private static final double[] MEMORY = {0.99, 0.95, 0.9};

    /** Shares of requests that were needed. */
    private static final double[] API = {0.95, 0.8, 0.6};

    private Ratings() {}

    /** Of a time; null when the budget does not say. */
    public static @Nullable Rating of(double ms, Budget budget) {
        Double target = budget.targetMs();
        Double baseline = budget.baselineMs();
        Double max = budget.maxAcceptableMs();
        if (target != null && ms <= target) {
            return Rating.EXCELLENT;
        }
        if (baseline != null && ms <= baseline) {
            return Rating.GOOD;
        }
        if (max == null) {
            return null;
        }
        return ms <= max ? Rating.ACCEPTABLE : Rating.POOR;
    }

    /** Of a command's times; null without a budget of time. */
    static @Nullable Score score(Sample times, Budget budget) {
        Double target = budget.targetMs();
        boolean limited = target != null || budget.baselineMs() != null || budget.maxAcceptableMs() != null;
        if (!limited || times.isEmpty()) {
            return null;
        }
        double median = times.median();
        Map<Rating, Long> ratings = new EnumMap<>(Rating.class);
        for (double ms : times.values()) {
            Rating rating = of(ms, budget);
            if (rating != null) {
                ratings.merge(rating, 1L, Long::sum);
            }
        }
        Double value = target == null ? null : (Double) (median <= target ? 1 : target / median);
        return new Score(target, budget.baselineMs(), budget.maxAcceptableMs(), of(median, budget), value, ratings);
    }

    /** Null when no run recorded its collections. A heap that grows over its budget is poor, however little was collected. */
    static @Nullable Efficiency memory(MemoryTally memory, Budget budget) {
        if (memory.countedMs() <= 0) {
            return null;
        }
        double value = Math.max(0, 1 - memory.gcMs() / memory.countedMs());
        Double max = budget.limit(Limit.MAX_HEAP_DELTA_MB);
        Sample growth = Sample.of(memory.growthsMb());
        boolean over = max != null && !growth.isEmpty() && growth.median() > max;
        return new Efficiency(value, over ? Rating.POOR : rating(value, MEMORY));
    }

    /** Of at least one request. More of them than the budget has, in the mean of a run, is poor, however many were needed. */
    static Efficiency api(ApiTally api, Budget budget) {
        double value = (double) (api.requests() - api.avoidable()) / api.requests();
        Double max = budget.limit(Limit.MAX_API_REQUESTS);
        boolean over = max != null && api.requests() > max * api.runs();
        return new Efficiency(value, over ? Rating.POOR : rating(value, API));
    }

    private static Rating rating(double value, double[] least) {
        if (value >= least[0]) {
            return Rating.EXCELLENT;
        }
        if (value >= least[1]) {
            return Rating.GOOD;
        }
        return value >= least[2] ? Rating.ACCEPTABLE : Rating.POOR;
    }
}
