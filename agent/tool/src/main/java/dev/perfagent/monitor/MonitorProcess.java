package dev.perfagent.monitor;

import dev.perfagent.alert.AlertCommand;
import dev.perfagent.alert.AlertLog;
import dev.perfagent.machine.Machine;
import dev.perfagent.machine.ProcessStat;
import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertOrigin;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Channel;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process that watches: a sample at each interval, until the time is up, it is stopped, or nothing can be written. */
public final class MonitorProcess {
    private static final int FINE = 0;
    private static final int FAILED = 3;
    private static final String APPLICATION = "perf-agent";
    private static final String COMMAND = "monitor";
    private static final long STOP_PATIENCE_MILLIS = 5000;

    private final MonitorFolder folder;
    private final MonitorOrder order;
    private final MonitorAlerts alerts;
    private final AlertLog log;
    private final long startMillis = System.currentTimeMillis();
    private boolean stopped;
    private boolean ended;

    private MonitorProcess(MonitorOrder order) {
        this.order = order;
        this.folder = new MonitorFolder(order.home());
        this.alerts = new MonitorAlerts(order);
        this.log = new AlertLog(new File(order.home(), "alerts.log"));
    }

    /** Watches; the exit code when it ends. */
    public static int run(String... arguments) {
        MonitorProcess process = new MonitorProcess(MonitorOrder.of(arguments));
        try {
            FileLock lock = process.folder.lock();
            return lock == null ? FAILED : process.watch(lock);
        } catch (IOException | InterruptedException e) {
            System.err.println("perf-agent: the monitor cannot start: " + e.getMessage());
            return FAILED;
        }
    }

    /** @param lock is held until the process has ended */
    private int watch(FileLock lock) throws IOException, InterruptedException {
        ProcessStat self = ProcessStat.now();
        long pid = self == null ? ProcessHandle.current().pid() : self.pid();
        MonitorState state = new MonitorState(
                folder, order, pid, self == null ? null : (Long) self.startTicks(), System.currentTimeMillis());
        state.write(0, System.currentTimeMillis(), null);
        Runtime.getRuntime().addShutdownHook(new Thread("end-of-the-monitor") {
            @Override
            public void run() {
                askToEnd();
            }
        });
        long samples = 0;
        String end;
        SampleFiles files = null;
        try {
            files = new SampleFiles(folder, order.session());
            MachineProbe probe = new MachineProbe(order.disk(), order.home(), order.pid());
            long start = System.nanoTime();
            long next = start;
            do {
                next = Math.max(next + order.intervalMillis() * 1_000_000, System.nanoTime());
                waitUntil(next, start);
                files.append(judged(probe.sample(System.currentTimeMillis())));
                samples++;
            } while (!isStopped() && !isOver(start));
            end = isStopped() ? "stopped" : "the time was up";
            files.close();
        } catch (IOException e) {
            end = "it cannot write: " + e.getMessage();
        }
        if (lock.isValid()) {
            state.write(samples, System.currentTimeMillis(), end);
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        return FINE;
    }

    /** Reports what has to be reported. That the log cannot be written is no reason to end. */
    private MachineSample judged(MachineSample sample) throws InterruptedException {
        List<Alert> found = alerts.after(sample);
        if (found.isEmpty()) {
            return sample;
        }
        String top = "";
        for (Alert alert : found) {
            if (alert.severity() != Severity.RESOLVED && top.isEmpty()) {
                top = alert.measure() == Measure.CPU_USAGE
                        ? TopPrograms.byCpu()
                        : alert.measure() == Measure.AVAILABLE_MEMORY ? TopPrograms.byMemory() : "";
            }
        }
        send(named(found, top), sample.timeMillis());
        return sample.withTop(top);
    }

    private void send(List<Alert> found, long millis) {
        String id = "monitor-" + order.session();
        try {
            log.append(millis, id, APPLICATION, COMMAND, alerts.to(Channel.LOG, found));
        } catch (IOException e) {
            System.err.println("perf-agent: cannot write alerts.log: " + e.getMessage());
        }
        List<Alert> toCommand = alerts.to(Channel.COMMAND, found);
        if (toCommand.isEmpty() || order.command().isEmpty()) {
            return;
        }
        AlertOrigin origin = new AlertOrigin(
                id, startMillis, millis, APPLICATION, null, COMMAND, null, null, null, Machine.hostName(), null);
        try {
            new AlertCommand(order.command(), new File(order.home(), "outbox")).start(origin, toCommand);
        } catch (IOException e) {
            System.err.println("perf-agent: the command for alerts cannot be started: " + e.getMessage());
        }
    }

    private static List<Alert> named(List<Alert> alerts, String top) {
        if (top.isEmpty()) {
            return alerts;
        }
        List<Alert> named = new ArrayList<>();
        for (Alert alert : alerts) {
            String evidence = alert.evidence();
            named.add(new Alert(
                    alert.measure(),
                    alert.severity(),
                    alert.subject(),
                    alert.current(),
                    alert.threshold(),
                    alert.baseline(),
                    evidence + (alert.severity() == Severity.RESOLVED ? "" : "; most by " + top),
                    alert.tips()));
        }
        return named;
    }

    private synchronized void waitUntil(long next, long start) throws InterruptedException {
        long until = order.durationMillis() == 0 ? next : Math.min(next, start + order.durationMillis() * 1_000_000);
        for (long left = until - System.nanoTime(); left > 0 && !stopped; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private boolean isOver(long start) {
        return order.durationMillis() > 0 && System.nanoTime() - start >= order.durationMillis() * 1_000_000;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** Lets the last sample be written. */
    private synchronized void askToEnd() {
        stopped = true;
        notifyAll();
        long until = System.currentTimeMillis() + STOP_PATIENCE_MILLIS;
        try {
            for (long left = STOP_PATIENCE_MILLIS; !ended && left > 0; left = until - System.currentTimeMillis()) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
