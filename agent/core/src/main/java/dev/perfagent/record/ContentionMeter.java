package dev.perfagent.record;

import dev.perfagent.machine.JvmThreads;
import dev.perfagent.machine.MachineTimes;
import dev.perfagent.machine.ThreadSchedule;
import dev.perfagent.run.Contention;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the machine had to do with an execution's time. The thread that enters is asked at once, for that is cheap; the machine
 * only once the sampler comes by, because a start may not wait for six more files, and only for an execution long enough for counters
 * that go in steps of 10 ms.
 */
final class ContentionMeter {
    /** Of a shorter execution the machine's counters say nothing. */
    private static final double LEAST_MS = 200;

    private static final double NANOS_PER_MS = 1e6;

    private @Nullable String thread;
    private @Nullable ThreadSchedule threadFrom;
    private @Nullable ThreadSchedule threadTo;
    private @Nullable MachineTimes machineFrom;
    private @Nullable MachineTimes machineTo;
    private @Nullable JvmThreads jvm;
    private @Nullable Double jvmCpuMs;
    private boolean ended;

    /** The running thread enters. */
    synchronized void start() {
        thread = ThreadSchedule.ofRunningThread();
        threadFrom = ThreadSchedule.now(thread);
        machineFrom = null;
        jvm = null;
    }

    /** The sampler comes by. */
    synchronized void look() {
        if (ended) {
            return;
        }
        if (machineFrom == null || jvm == null) {
            machineFrom = MachineTimes.now();
            jvm = new JvmThreads();
        } else {
            jvm.look();
        }
    }

    /** The execution is over. */
    synchronized void end() {
        read();
        ended = true;
    }

    /** How it is now, or was at the end. */
    synchronized Contention contention() {
        if (!ended) {
            read();
        }
        MachineTimes from = machineFrom;
        MachineTimes to = machineTo;
        boolean known = from != null && to != null && (to.atNanos() - from.atNanos()) / NANOS_PER_MS >= LEAST_MS;
        boolean scheduled = threadFrom != null && threadTo != null;
        return new Contention(
                scheduled ? Double.valueOf(threadTo.cpuMs() - threadFrom.cpuMs()) : null,
                scheduled ? Double.valueOf(threadTo.waitMs() - threadFrom.waitMs()) : null,
                known ? jvmCpuMs : null,
                known ? to.stealSince(from) : null,
                known ? to.busySince(from) : null,
                known ? to.throttledSince(from) : null,
                known ? to.cpuPressureSince(from) : null,
                known ? to.ioPressureSince(from) : null,
                known ? to.memoryPressureSince(from) : null);
    }

    private void read() {
        threadTo = ThreadSchedule.now(thread);
        if (machineFrom != null && jvm != null && System.nanoTime() - machineFrom.atNanos() >= LEAST_MS * NANOS_PER_MS) {
            machineTo = MachineTimes.now();
            jvmCpuMs = jvm.cpuMs();
        }
    }
}
