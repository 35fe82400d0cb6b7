package dev.perfagent.cli.command;

import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.cli.option.DurationConverter;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.GivenConfiguration;
import dev.perfagent.cli.session.Session;
import dev.perfagent.monitor.AlertRule;
import dev.perfagent.monitor.MonitorControl;
import dev.perfagent.monitor.MonitorFolder;
import dev.perfagent.monitor.MonitorOrder;
import dev.perfagent.monitor.MonitorStatus;
import dev.perfagent.run.AlertType;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Thresholds;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the monitor. */
@Command(
        name = "start",
        addMethodSubcommands = false,
        header = "Starts to watch the machine in the background.",
        description = {
            "",
            "It goes on when this terminal is closed, until --duration, 'monitor stop' or a full disk; one for each"
                    + " home. It writes monitor/SESSION/resources.csv and machine/date=DATE/HOST.ndjson in the home, and"
                    + " alerts to alerts.log: available memory under 500 MB, free disk space under 5 GB, CPU over 95%%, or"
                    + " what is in alerts.yml for memory_available_low, disk_space_low and cpu_usage_high."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar monitor start",
            "  java -jar perf-agent.jar monitor start --duration 5m --interval 1s --pid 4711"
        })
final class MonitorStartCommand implements Callable<Integer>, ManyFormats {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final double MB_A_GB = 1024;

    private final Session session;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Time between two samples: 1s (the default), 500ms, 1m.")
    private Duration interval = Duration.ofSeconds(1);

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End after this time, such as 5m or 2h; by default it watches until it is stopped.")
    private @Nullable Duration duration;

    @Option(
            names = "--pid",
            paramLabel = "PID",
            description = "Watch this process, and those that it started, too (Linux).")
    private @Nullable Long pid;

    @Option(
            names = "--disk",
            paramLabel = "DIR",
            description = "Watch the disk with this folder; by default the one with the home.")
    private @Nullable Path disk;

    @Option(names = "--no-alerts", description = "Raise no alerts.")
    private boolean noAlerts;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    MonitorStartCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Path jar = session.agentJar();
        if (jar == null) {
            throw new ParameterException(spec.commandLine(), "this needs the packed perf-agent.jar");
        }
        GivenConfiguration given = GivenConfiguration.read(session, config);
        if (!given.isWhole()) {
            session.report("perf-agent: the monitor was not started");
            return ExitCode.IO;
        }
        File home = session.newHome().toAbsolutePath().toFile();
        MonitorFolder folder = new MonitorFolder(home);
        if (folder.isLocked()) {
            session.report("perf-agent: a monitor runs already; see 'monitor status'");
            return ExitCode.USAGE;
        }
        Thresholds thresholds = given.content().thresholds();
        AlertPolicies policies = thresholds == null ? AlertPolicies.standard() : thresholds.alerts();
        MonitorOrder order = new MonitorOrder(
                home,
                session.clock().instant().toString().replaceAll("[-:]|\\.\\d+", ""),
                interval.toMillis(),
                duration == null ? 0 : duration.toMillis(),
                disk == null ? home : disk.toFile(),
                pid == null ? 0 : pid,
                limits(policies),
                rule(policies.named(AlertType.MEMORY_AVAILABLE_LOW)),
                rule(policies.named(AlertType.DISK_SPACE_LOW)),
                rule(policies.named(AlertType.CPU_USAGE_HIGH)),
                thresholds == null ? List.of() : thresholds.notification().command());
        MonitorStatus status = new MonitorControl(folder).start(jar, order);
        ShownStatus.show(status, folder, session);
        return ExitCode.FINE;
    }

    private void check() {
        if (interval.compareTo(SHORTEST) < 0) {
            throw new ParameterException(spec.commandLine(), "--interval is too short; give 100ms or more");
        }
        if (pid != null && ProcessHandle.of(pid).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--pid: there is no process " + pid);
        }
        if (disk != null && !Files.isDirectory(disk)) {
            throw new ParameterException(spec.commandLine(), "--disk '" + disk + "' is not a folder");
        }
    }

    private MonitorOrder.Limits limits(AlertPolicies policies) {
        if (noAlerts) {
            return new MonitorOrder.Limits(null, null, null);
        }
        Double space = limit(policies, AlertType.DISK_SPACE_LOW);
        return new MonitorOrder.Limits(
                limit(policies, AlertType.MEMORY_AVAILABLE_LOW),
                space == null ? null : (Double) (space * MB_A_GB),
                limit(policies, AlertType.CPU_USAGE_HIGH));
    }

    /** Null for a type that alerts.yml switches off; of what it does not name, who starts a monitor wants all. */
    private static @Nullable Double limit(AlertPolicies policies, AlertType type) {
        AlertPolicy named = policies.named(type);
        return named != null && !named.enabled() ? null : policies.of(type).threshold();
    }

    private static AlertRule rule(@Nullable AlertPolicy named) {
        return named == null
                ? AlertRule.STANDARD
                : new AlertRule(
                        named.consecutiveViolations(),
                        named.coolDownMinutes(),
                        named.severity(),
                        named.repeatsCritical(),
                        named.channels().contains(Channel.LOG),
                        named.channels().contains(Channel.COMMAND));
    }
}
