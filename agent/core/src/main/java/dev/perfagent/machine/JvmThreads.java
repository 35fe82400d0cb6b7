package dev.perfagent.machine;

import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of the threads that are not the application's: the JVM's compilers, garbage collector and housekeeping, and ours.
 * Found by the names that the kernel shows for threads; Linux only.
 */
public final class JvmThreads {
    /** How the names begin in JDK 17 to 25; the kernel keeps 15 characters of each. */
    private static final String[] NAMES = {
        "C1 CompilerThre",
        "C2 CompilerThre",
        "JVMCI",
        "GC Thread#",
        "G1 ",
        "Parallel ",
        "ParGC ",
        "ZDirector",
        "ZDriver",
        "ZWorker",
        "ZStat",
        "ZUncommitter",
        "XDriver",
        "XWorker",
        "Shenandoah",
        "VM Thread",
        "VM Periodic Tas",
        "Service Thread",
        "Monitor Deflati",
        "Notification Th",
        "Signal Dispatch",
        "Reference Handl",
        "Finalizer",
        "Common-Cleaner",
        "Sweeper thread",
        "perf-agent-",
    };

    /** Ours that loads the application's classes, which is the application's work. */
    private static final String AHEAD = "perf-agent-prel";

    /** What a thread is called before it has named itself. */
    static final String UNNAMED = "java\n";

    /** Of threads beyond these the name is read at each look; 1 MB of memory. */
    private static final int MOST_OTHERS = 10_000;

    private final String tasks;
    /** By thread id: what it had used when it was found; of one that has ended since, all that was seen. */
    private final Map<String, double[]> threads = new HashMap<>();

    private final Set<String> others = new HashSet<>();

    /** Of this process; what was used before the first look does not count. */
    public JvmThreads() {
        this("/proc/self/task");
    }

    JvmThreads(String tasks) {
        this.tasks = tasks;
        look(true);
    }

    /** Takes in threads that have begun since the last look. */
    public synchronized void look() {
        look(false);
    }

    private void look(boolean first) {
        String[] ids = new File(tasks).list();
        if (ids == null) {
            return;
        }
        for (String id : ids) {
            if (threads.containsKey(id) || others.contains(id)) {
                continue;
            }
            String name = SmallFile.text(tasks + '/' + id + "/comm", 64);
            if (isJvms(name)) {
                double now = first ? used(id) : 0;
                threads.put(id, new double[] {now, now});
            } else if (name != null && !name.equals(UNNAMED) && others.size() < MOST_OTHERS) {
                others.add(id);
            }
        }
    }

    /** What they had used when they were looked at for the first time, in milliseconds. */
    public synchronized double usedMs() {
        double sum = 0;
        for (double[] thread : threads.values()) {
            sum += thread[0];
        }
        return sum;
    }

    /** Their CPU time in milliseconds since the first look; null where the kernel does not show them. */
    public synchronized @Nullable Double cpuMs() {
        if (threads.isEmpty()) {
            return null;
        }
        double sum = 0;
        for (Map.Entry<String, double[]> thread : threads.entrySet()) {
            double[] fromAndTo = thread.getValue();
            fromAndTo[1] = Math.max(fromAndTo[1], used(thread.getKey()));
            sum += fromAndTo[1] - fromAndTo[0];
        }
        return sum;
    }

    private double used(String id) {
        ThreadSchedule schedule = ThreadSchedule.now(tasks + '/' + id);
        return schedule == null ? 0 : schedule.cpuMs();
    }

    /** @param name as the kernel shows it */
    static boolean isJvms(@Nullable String name) {
        if (name != null && !name.startsWith(AHEAD)) {
            for (String known : NAMES) {
                if (name.startsWith(known)) {
                    return true;
                }
            }
        }
        return false;
    }
}
