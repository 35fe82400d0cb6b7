package dev.perfagent.cli.view.monitor;

import dev.perfagent.monitor.BadMinute;
import dev.perfagent.monitor.MachineSpan;
import dev.perfagent.monitor.MonitorStatus;
import dev.perfagent.monitor.WatchedRuns;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a report says.
 *
 * @param alerts how often each type was raised
 */
public record MonitorReport(
        MonitorStatus status,
        Instant end,
        MachineSpan span,
        List<BadMinute> minutes,
        WatchedRuns runs,
        Map<String, Long> alerts) {}
