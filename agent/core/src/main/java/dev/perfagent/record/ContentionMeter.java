package dev.perfagent.record;

import dev.perfagent.machine.JvmThreads;
import dev.perfagent.machine.MachineTimes;
import dev.perfagent.machine.OtherThreads;
import dev.perfagent.machine.ProcessStat;
import dev.perfagent.machine.ThreadSchedule;
import dev.perfagent.run.Contention;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the machine had to do with an execution's time. The thread that enters is asked at once, because that is cheap;
 * the machine only once the sampler comes by, because a start may not wait for six more files, and only for an execution long
 * enough for counters that go in steps of 10 ms.
 */
final class ContentionMeter {
    /** In a shorter time the machine's counters say nothing. */
    private static final double LEAST_MS = 150;

    private static final double NANOS_PER_MS = 1e6;

    private final Clock clock;
    private final double aheadBefore = LoadingAhead.cpuMs();
    private double aheadMs;
    private @Nullable String thread;
    private WeakReference<Thread> entered = new WeakReference<>(null);
    private @Nullable ThreadSchedule threadFrom;
    private @Nullable ThreadSchedule threadTo;
    private @Nullable MachineTimes machineFrom;
    private @Nullable MachineTimes machineTo;
    private @Nullable ProcessStat processFrom;
    private @Nullable JvmThreads jvm;
    private @Nullable OtherThreads others;
    private double othersWaitMs;
    private double jvmMsBeforeLook;
    private @Nullable Double jvmCpuMs;
    private double mainCpuMs = Double.NaN;
    private long startNanos;
    private boolean ended;

    ContentionMeter(Clock clock) {
        this.clock = clock;
    }

    /**
     * The running thread enters.
     *
     * @param now of the process
     */
    synchronized void start(@Nullable ProcessStat now) {
        processFrom = now;
        thread = ThreadSchedule.ofRunningThread();
        entered = new WeakReference<>(Thread.currentThread());
        threadFrom = clock.schedule(thread);
        startNanos = clock.nanos();
        machineFrom = null;
        jvm = null;
        others = null;
    }

    /** It has just entered main. */
    synchronized void mainEntered() {
        mainCpuMs = threadFrom == null ? Double.NaN : threadFrom.cpuMs();
    }

    /** CPU time that main's thread had used when it entered main; NaN when that is not known, or was before this execution. */
    synchronized double mainCpuMs() {
        return mainCpuMs;
    }

    /** The sampler comes by. */
    synchronized void look() {
        if (ended) {
            return;
        }
        if (machineFrom == null || jvm == null) {
            if (thread != null) {
                clock.watch(thread, entered);
                clock.lookAtThread();
            }
            machineFrom = MachineTimes.now();
            jvm = new JvmThreads();
            jvmMsBeforeLook = Math.min(jvm.usedMs(), msOfOtherThreads());
            watchOthers();
        } else {
            jvm.look();
        }
    }

    private void watchOthers() {
        ThreadSchedule from = threadFrom;
        ThreadSchedule now = clock.schedule(thread);
        if (thread == null || from == null || now == null) {
            return;
        }
        boolean isNewProcess = mainCpuMs > 0;
        others = isNewProcess
                ? OtherThreads.ofNewProcess(thread, from, startNanos)
                : OtherThreads.of(thread, now, clock.nanos());
        clock.watch(others);
    }

    /**
     * The CPU time of all threads but the one that entered, since it did. At the first look, 0.1 s after the start, that was
     * the JVM's: an idle machine compiles in that time what a busy one compiles later, which is not to look like work of the
     * application.
     */
    private double msOfOtherThreads() {
        ProcessStat process = ProcessStat.now();
        ThreadSchedule now = ThreadSchedule.now(thread);
        return process == null || processFrom == null || now == null || threadFrom == null
                ? 0
                : Math.max(0, process.cpuMs() - processFrom.cpuMs() - now.cpuMs() + threadFrom.cpuMs() - aheadSoFar());
    }

    /** All of it counts for the first execution, though some was before that: what it does then is not done later. */
    private double aheadSoFar() {
        return Math.max(0, LoadingAhead.cpuMs() - aheadBefore);
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
        return contention(scheduled(threadFrom, threadTo), machineFrom, machineTo);
    }

    private static @Nullable ThreadSchedule scheduled(@Nullable ThreadSchedule from, @Nullable ThreadSchedule to) {
        return from == null || to == null
                ? null
                : new ThreadSchedule(to.cpuMs() - from.cpuMs(), to.waitMs() - from.waitMs());
    }

    private Contention contention(
            @Nullable ThreadSchedule used, @Nullable MachineTimes from, @Nullable MachineTimes to) {
        Double cpuMs = used == null ? null : Double.valueOf(used.cpuMs() + aheadMs);
        Double waitMs = used == null ? null : Double.valueOf(used.waitMs() + othersWaitMs);
        if (from == null || to == null) {
            return new Contention(cpuMs, waitMs, null, null, null, null, null, null, null);
        }
        return new Contention(
                cpuMs,
                waitMs,
                jvmCpuMs,
                to.stealSince(from),
                to.busySince(from),
                to.throttledSince(from),
                to.cpuPressureSince(from),
                to.ioPressureSince(from),
                to.memoryPressureSince(from));
    }

    private void read() {
        threadTo = clock.schedule(thread);
        aheadMs = aheadSoFar();
        OtherThreads all = others;
        if (all != null) {
            all.lookAgain(threadTo, clock.nanos());
            othersWaitMs = all.waitMs();
        }
        if (machineFrom != null
                && jvm != null
                && System.nanoTime() - machineFrom.atNanos() >= LEAST_MS * NANOS_PER_MS) {
            machineTo = MachineTimes.now();
            jvm.look();
            Double sinceLook = jvm.cpuMs();
            jvmCpuMs = sinceLook == null ? null : Double.valueOf(jvmMsBeforeLook + sinceLook);
        }
    }
}
