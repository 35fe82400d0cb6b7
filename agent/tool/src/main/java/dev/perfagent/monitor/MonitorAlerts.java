package dev.perfagent.monitor;

import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Channel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which samples are worth an alert. Three in a row raise one, three in a row that keep the limit end it, and what was reported is
 * not reported again within an hour, unless it got critical; or as the {@link AlertRule} of its type has it.
 */
final class MonitorAlerts {
    private static final double MINUTE_MILLIS = 60_000;
    private static final double PERCENT = 100;

    private final List<Watch> watches = new ArrayList<>();

    MonitorAlerts(MonitorOrder order) {
        MonitorOrder.Limits limits = order.limits();
        add(Measure.AVAILABLE_MEMORY, MachineFigure.MEMORY_AVAILABLE_MB, limits.memoryMb(), 1, order.memory());
        add(Measure.DISK_SPACE, MachineFigure.DISK_FREE_MB, limits.diskMb(), 1, order.space());
        add(Measure.CPU_USAGE, MachineFigure.CPU_PERCENT, limits.cpuPercent(), PERCENT, order.cpu());
    }

    private void add(Measure measure, MachineFigure figure, @Nullable Double limit, double divisor, AlertRule rule) {
        if (limit != null && rule.isReported()) {
            watches.add(new Watch(measure, figure, limit, divisor, rule));
        }
    }

    /** The alerts to report, and those that are over as {@link Severity#RESOLVED}. */
    List<Alert> after(MachineSample sample) {
        List<Alert> alerts = new ArrayList<>();
        for (Watch watch : watches) {
            Double value = sample.of(watch.figure);
            Alert alert = value == null ? null : watch.after(value, sample.timeMillis());
            if (alert != null) {
                alerts.add(alert);
            }
        }
        return alerts;
    }

    /** Those of the alerts that go to the log, or to the program. */
    List<Alert> to(Channel channel, List<Alert> alerts) {
        List<Alert> chosen = new ArrayList<>();
        for (Watch watch : watches) {
            boolean goes = channel == Channel.LOG ? watch.rule.log() : watch.rule.command();
            for (Alert alert : alerts) {
                if (goes && alert.measure() == watch.measure) {
                    chosen.add(alert);
                }
            }
        }
        return chosen;
    }

    private static final class Watch {
        private final Measure measure;
        private final MachineFigure figure;
        private final double limit;
        private final double divisor;
        private final AlertRule rule;
        private int beyond;
        private int within;
        private boolean open;
        private @Nullable Severity reported;
        private long reportedMillis;

        Watch(Measure measure, MachineFigure figure, double limit, double divisor, AlertRule rule) {
            this.measure = measure;
            this.figure = figure;
            this.limit = limit;
            this.divisor = divisor;
            this.rule = rule;
        }

        @Nullable
        Alert after(double value, long nowMillis) {
            boolean broken = measure.lessIsWorse() ? value < limit : value > limit;
            beyond = broken ? beyond + 1 : 0;
            within = broken ? 0 : within + 1;
            if (open && within >= rule.samples()) {
                open = false;
                return alert(Severity.RESOLVED, value);
            }
            if (beyond < rule.samples()) {
                return null;
            }
            Severity severity = severity(value);
            boolean worse = severity == Severity.CRITICAL && (reported == Severity.WARNING || rule.repeatsCritical());
            boolean isOpen = open && reported == severity;
            if (reported != null
                    && (isOpen || !worse)
                    && nowMillis - reportedMillis < rule.coolDownMinutes() * MINUTE_MILLIS) {
                return null;
            }
            open = true;
            reported = severity;
            reportedMillis = nowMillis;
            return alert(severity, value);
        }

        private Severity severity(double value) {
            Severity given = rule.severity();
            if (given != null) {
                return given;
            }
            return measure.lessIsWorse() && value < limit / 2 ? Severity.CRITICAL : Severity.WARNING;
        }

        private Alert alert(Severity severity, double value) {
            return new Alert(
                    measure,
                    severity,
                    "machine",
                    value / divisor,
                    limit / divisor,
                    null,
                    rule.samples() + " samples of the monitor in a row",
                    List.of());
        }
    }
}
