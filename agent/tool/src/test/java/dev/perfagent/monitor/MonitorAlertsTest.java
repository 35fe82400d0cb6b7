package dev.perfagent.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Channel;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MonitorAlertsTest {
    private final MonitorAlerts alerts =
            new MonitorAlerts(order(new MonitorOrder.Limits(500.0, 5000.0, 95.0), AlertRule.STANDARD));

    @Test
    void threeInARowRaiseAnAlertAndThreeWithinTheLimitEndIt() {
        assertThat(after(MachineFigure.CPU_PERCENT, 1, 96, 99, 94, 96, 97)).isEmpty();
        assertThat(after(MachineFigure.CPU_PERCENT, 1, 96.5)).containsExactly("warning cpu_usage 0.965");
        assertThat(after(MachineFigure.CPU_PERCENT, 1, 99, 94, 94, 99, 94, 94)).isEmpty();
        assertThat(after(MachineFigure.CPU_PERCENT, 1, 94)).containsExactly("resolved cpu_usage 0.94");
    }

    @Test
    void whatWasReportedIsKeptBackForAnHourUnlessItGetsCritical() {
        assertThat(after(MachineFigure.MEMORY_AVAILABLE_MB, 1, 400, 400, 400))
                .containsExactly("warning available_memory 400.0");
        assertThat(after(MachineFigure.MEMORY_AVAILABLE_MB, 60, 600, 600, 600, 400, 400, 400))
                .containsExactly("resolved available_memory 600.0");
        assertThat(after(MachineFigure.MEMORY_AVAILABLE_MB, 60, 249))
                .containsExactly("critical available_memory 249.0");
        assertThat(after(MachineFigure.MEMORY_AVAILABLE_MB, 3600, 240))
                .containsExactly("critical available_memory 240.0");
    }

    @Test
    void whatIsNotKnownRaisesNothing() {
        assertThat(alerts.after(new MachineSample(0, Map.of(), ""))).isEmpty();
        assertThat(new MonitorAlerts(order(new MonitorOrder.Limits(null, null, null), AlertRule.STANDARD))
                        .after(new MachineSample(0, Map.of(MachineFigure.DISK_FREE_MB, 0.0), "")))
                .isEmpty();
    }

    @Test
    void aTypeGoesByItsOwnRowCoolDownAndSeverity() {
        AlertRule rule = new AlertRule(4, 1, Severity.CRITICAL, false, true, true);
        assertThat(AlertRule.of(rule.text())).isEqualTo(rule);
        MonitorAlerts own = new MonitorAlerts(order(new MonitorOrder.Limits(500.0, 5000.0, 95.0), rule));

        assertThat(after(own, MachineFigure.CPU_PERCENT, 1, 96, 96, 96)).isEmpty();
        assertThat(after(own, MachineFigure.CPU_PERCENT, 1, 96)).containsExactly("critical cpu_usage 0.96");
        assertThat(after(own, MachineFigure.CPU_PERCENT, 59, 97)).isEmpty();
        assertThat(after(own, MachineFigure.CPU_PERCENT, 1, 98)).containsExactly("critical cpu_usage 0.98");
    }

    @Test
    void eachTypeGoesToItsChannels() {
        AlertRule rule = new AlertRule(3, 1, null, false, false, true);
        MonitorAlerts own = new MonitorAlerts(order(new MonitorOrder.Limits(500.0, 5000.0, 95.0), rule));
        List<Alert> found = new ArrayList<>();
        Map<MachineFigure, Double> busy = Map.of(MachineFigure.CPU_PERCENT, 99.0, MachineFigure.DISK_FREE_MB, 1.0);
        for (long millis = 0; millis < 3; millis++) {
            found.addAll(own.after(new MachineSample(millis, busy, "")));
        }

        assertThat(found).hasSize(2);
        assertThat(own.to(Channel.LOG, found)).extracting(Alert::measure).containsExactly(Measure.DISK_SPACE);
        assertThat(own.to(Channel.COMMAND, found)).extracting(Alert::measure).containsExactly(Measure.CPU_USAGE);
    }

    @Test
    void oneLimitIsSwitchedOffAlone() {
        MonitorAlerts own = new MonitorAlerts(order(new MonitorOrder.Limits(null, 5000.0, 95.0), AlertRule.STANDARD));

        assertThat(after(own, MachineFigure.MEMORY_AVAILABLE_MB, 1, 1, 1, 1)).isEmpty();
        assertThat(after(own, MachineFigure.CPU_PERCENT, 1, 96, 96, 96)).containsExactly("warning cpu_usage 0.96");
    }

    @Test
    void whatGoesNowhereRaisesNothing() {
        AlertRule rule = new AlertRule(3, 1, null, false, false, false);
        MonitorAlerts own = new MonitorAlerts(order(new MonitorOrder.Limits(500.0, 5000.0, 95.0), rule));

        assertThat(after(own, MachineFigure.CPU_PERCENT, 1, 96, 96, 96, 96)).isEmpty();
        assertThat(after(own, MachineFigure.MEMORY_AVAILABLE_MB, 1, 1, 1, 1))
                .containsExactly("critical available_memory 1.0");
    }

    private static MonitorOrder order(MonitorOrder.Limits limits, AlertRule cpu) {
        File home = new File("/");
        return new MonitorOrder(
                home, "s", 100, 0, home, 0, limits, AlertRule.STANDARD, AlertRule.STANDARD, cpu, List.of());
    }

    private long now = 1_000_000_000;

    private List<String> after(MachineFigure figure, int seconds, double... values) {
        return after(alerts, figure, seconds, values);
    }

    private List<String> after(MonitorAlerts alerts, MachineFigure figure, int seconds, double... values) {
        List<String> said = new ArrayList<>();
        for (double value : values) {
            now += seconds * 1000L;
            for (Alert alert : alerts.after(new MachineSample(now, Map.of(figure, value), ""))) {
                said.add(alert.severity().text() + " " + alert.measure().key() + " " + alert.current());
            }
        }
        return said;
    }
}
