package dev.perfagent.export.prometheus;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The values of one metric, by labels. */
final class Series {
    private final String name;
    private final String help;
    private final boolean isCounter;
    private final Map<Labels, Value> values = new TreeMap<>();

    private Series(String name, String help, boolean isCounter) {
        this.name = name;
        this.help = help;
        this.isCounter = isCounter;
    }

    /** Its name gets {@code _total} at the end. */
    static Series counter(String name, String help) {
        return new Series(name, help, true);
    }

    static Series gauge(String name, String help) {
        return new Series(name, help, false);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Adds to a counter. What is not a positive number is left out, because a counter only rises. */
    void plus(Labels labels, double amount) {
        if (amount >= 0 && Double.isFinite(amount)) {
            values.merge(
                    labels,
                    new Value(Instant.MIN, amount),
                    (one, other) -> new Value(one.at(), one.amount() + other.amount()));
        }
    }

    /** Sets a gauge, if nothing newer has set it. */
    void newest(Labels labels, Instant at, double amount) {
        values.merge(labels, new Value(at, amount), (one, other) -> one.at().isAfter(other.at()) ? one : other);
    }

    MetricSnapshot snapshot(String prefix) {
        if (isCounter) {
            CounterSnapshot.Builder counter =
                    CounterSnapshot.builder().name(prefix + name).help(help);
            values.forEach((labels, value) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                    .labels(labels)
                    .value(value.amount())
                    .build()));
            return counter.build();
        }
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(prefix + name).help(help);
        values.forEach((labels, value) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value.amount())
                .build()));
        return gauge.build();
    }

    /** @param at the start of the run it is of */
    private record Value(Instant at, double amount) {}
}
