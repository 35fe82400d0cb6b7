package dev.perfagent.machine;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * For how long the thread that entered a command waited for other threads of the application, or for programs that it has
 * started, while these waited for a CPU (decision 212); Linux only. Looked at from time to time by the agent's own thread, and
 * once more at the end. Safe for concurrent use; who comes while another one looks does not wait for that.
 */
public final class OtherThreads {
    /** The thread that entered has to have been off the CPU for that long before it is worth a look at the others. */
    private static final double LEAST_ELSEWHERE_MS = 20;

    /** Of more threads these are the ones that are looked at; a look takes 10 to 20 µs for each. */
    private static final int MOST_THREADS = 100;

    /** Of more programs at once these are looked at, with the programs that they have started. */
    private static final int MOST_PROGRAMS = 20;

    /** The clock of the scheduler may be off by that much from that of the JVM. */
    private static final double CLOCKS_MS = 1;

    private static final double NANOS_PER_MS = 1e6;
    private static final ThreadSchedule NOTHING = new ThreadSchedule(0, 0);

    private final String processes;
    private final String tasks;
    private final String entered;
    private final int processors;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private final Map<String, ThreadSchedule> seen = new HashMap<>();
    private final Set<String> jvms = new HashSet<>();
    private ThreadSchedule enteredFrom;
    private long fromNanos;
    private double sumMs;
    private volatile double waitedMs;
    private volatile boolean hasLooked;

    OtherThreads(String processes, String place, int processors, ThreadSchedule entered, long nanos) {
        this.processes = processes;
        int slash = place.lastIndexOf('/');
        this.tasks = place.substring(0, slash + 1);
        this.entered = place.substring(slash + 1);
        this.processors = processors;
        this.enteredFrom = entered;
        this.fromNanos = nanos;
    }

    /**
     * Of a process in which all of them have begun since the command did: what each has used so far counts.
     *
     * @param place of the thread that entered, as of {@link ThreadSchedule#ofRunningThread}
     * @param entered what that had used when it did
     * @param nanos the time then, by {@link System#nanoTime}
     */
    public static OtherThreads ofNewProcess(String place, ThreadSchedule entered, long nanos) {
        return new OtherThreads("/proc/", place, Runtime.getRuntime().availableProcessors(), entered, nanos);
    }

    /**
     * Of a process in which some may be older than the command: what was before does not count.
     *
     * @param place of the thread that entered, as of {@link ThreadSchedule#ofRunningThread}
     * @param now what that has used
     * @param nanos the time, by {@link System#nanoTime}
     */
    public static OtherThreads of(String place, ThreadSchedule now, long nanos) {
        OtherThreads threads = ofNewProcess(place, now, nanos);
        threads.leaveOutWhatWas();
        return threads;
    }

    void leaveOutWhatWas() {
        used(Double.MAX_VALUE);
    }

    /** Of the thread that entered. */
    public String place() {
        return tasks.concat(entered);
    }

    /**
     * Looks at them, unless the thread that entered has hardly been off the CPU since the last look.
     *
     * @param now what that thread has used; null when it is not known
     * @param nanos the time, by {@link System#nanoTime}
     * @return whether it has looked
     */
    public boolean look(@Nullable ThreadSchedule now, long nanos) {
        if (now == null || !isLooking.compareAndSet(false, true)) {
            return false;
        }
        try {
            double ms = (nanos - fromNanos) / NANOS_PER_MS;
            double onCpuOrReady = now.cpuMs() - enteredFrom.cpuMs() + now.waitMs() - enteredFrom.waitMs();
            double elsewhereMs = ms - onCpuOrReady;
            if (elsewhereMs < LEAST_ELSEWHERE_MS) {
                return false;
            }
            ThreadSchedule used = used(ms);
            sumMs += waitMs(elsewhereMs, used.cpuMs(), used.waitMs(), processors);
            waitedMs = sumMs;
            enteredFrom = now;
            fromNanos = nanos;
            hasLooked = true;
            return true;
        } finally {
            isLooking.set(false);
        }
    }

    /**
     * Looks at them at the end of a run. One that ends before the first look is too short for that: to look for the first time
     * takes twice as long, and this is a thread of the application.
     */
    public void lookAgain(@Nullable ThreadSchedule now, long nanos) {
        if (hasLooked) {
            look(now, nanos);
        }
    }

    /** For how long it waited for them while they waited for a CPU, up to the last look, in milliseconds. */
    public double waitMs() {
        return waitedMs;
    }

    /**
     * How much of the time that a thread was off the CPU is due to others of the application that waited for one. As many as
     * there are processors could all have had one; what more of them wait for each other is the application's own doing.
     *
     * @param elsewhereMs for how long it was off the CPU, and not waiting for one
     * @param cpuMs what the others used in that time
     * @param waitMs for how long they waited for a CPU
     */
    static double waitMs(double elsewhereMs, double cpuMs, double waitMs, int processors) {
        double busyMs = cpuMs + waitMs;
        if (busyMs <= 0) {
            return 0;
        }
        double couldHaveUsed = Math.min(busyMs, processors * elsewhereMs);
        return Math.min(elsewhereMs, busyMs) * Math.max(0, 1 - cpuMs / couldHaveUsed);
    }

    /** What they have used together since the last look; a thread that has begun since counts whole. */
    private ThreadSchedule used(double sinceMs) {
        Set<String> alive = new HashSet<>();
        addThreads(tasks, alive);
        addPrograms(alive);
        jvms.retainAll(alive);
        seen.keySet().retainAll(alive);
        alive.removeAll(jvms);
        double cpuMs = 0;
        double waitMs = 0;
        for (String thread : alive) {
            ThreadSchedule before = isOther(thread) ? seen.getOrDefault(thread, NOTHING) : null;
            ThreadSchedule now = before == null ? null : ThreadSchedule.now(thread);
            if (before != null && now != null) {
                seen.put(thread, now);
                double waited = now.waitMs() - before.waitMs();
                cpuMs += now.cpuMs() - before.cpuMs();
                waitMs += waited > sinceMs + CLOCKS_MS ? 0 : waited; // more than is possible was sleep (decision 209)
            }
        }
        return new ThreadSchedule(cpuMs, waitMs);
    }

    private static void addThreads(String tasks, Set<String> places) {
        String[] ids = new File(tasks).list();
        for (String id : ids == null ? new String[0] : ids) {
            places.add(tasks.concat(id));
        }
    }

    /** The threads of the programs that the thread has started and that still run, and of those that these have started. */
    private void addPrograms(Set<String> places) {
        List<String> parents = new ArrayList<>(List.of(place()));
        for (int i = 0; i < parents.size() && i < MOST_PROGRAMS; i++) {
            String children = SmallFile.text(parents.get(i).concat("/children"), 512);
            StringTokenizer ids = new StringTokenizer(children == null ? "" : children);
            while (ids.hasMoreTokens()) {
                String id = ids.nextToken();
                String program = processes + id + "/task/";
                addThreads(program, places);
                parents.add(program.concat(id));
            }
        }
    }

    private boolean isOther(String thread) {
        if (seen.containsKey(thread)) {
            return true;
        }
        if (thread.equals(place()) || seen.size() >= MOST_THREADS) {
            return false;
        }
        if (!thread.startsWith(tasks)) {
            return true; // all of a program's threads
        }
        String name = SmallFile.text(thread.concat("/comm"), 64);
        if (JvmThreads.isJvms(name)) {
            jvms.add(thread);
            return false;
        }
        return name != null && !name.equals(JvmThreads.UNNAMED);
    }
}
