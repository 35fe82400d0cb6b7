package dev.perfagent.cli.session;

import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.monitor.MachineLake;
import dev.perfagent.monitor.MachineSpan;
import dev.perfagent.monitor.MonitorFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the monitors of a home saw while a run was there. */
public final class SeenByMonitor {
    /** The usual distance of two samples. */
    private static final Duration AROUND = Duration.ofSeconds(1);

    /** No sample is later. A record may claim that a run took thousands of years. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Session session;
    private final HistoryOptions from;

    public SeenByMonitor(Session session, HistoryOptions from) {
        this.session = session;
        this.from = from;
    }

    /**
     * The samples of that time; of a run between two samples, the samples around it. Empty for runs of other homes, because the
     * monitor of this one is of another machine, and when they cannot be read, which is reported.
     *
     * @param host only of this one; null for all
     */
    public MachineSpan during(Instant start, Instant end, @Nullable String host) {
        if (!from.folders().isEmpty()) {
            return MachineSpan.of(List.of());
        }
        Instant until = end.isBefore(LATEST) ? end.plus(AROUND) : LATEST;
        MonitorFolder folder = new MonitorFolder(session.home().toAbsolutePath().toFile());
        try {
            return MachineSpan.of(new MachineLake(folder).between(start.minus(AROUND), until, host));
        } catch (IOException e) {
            session.report("perf-agent: cannot read what the monitor wrote: " + e.getMessage());
            return MachineSpan.of(List.of());
        }
    }
}
