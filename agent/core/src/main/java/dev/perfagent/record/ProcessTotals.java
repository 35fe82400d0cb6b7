package dev.perfagent.record;

import dev.perfagent.machine.Redaction;
import dev.perfagent.run.ProcessUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The child processes of one run by program. Safe for concurrent use. */
public final class ProcessTotals {
    public static final int MOST_PROGRAMS = 50;

    /** Of those that run at once; of one beyond that only the start counts. */
    public static final int MOST_RUNNING = 1_000;

    private static final double NANOS_PER_MS = 1e6;

    /** By name as it is recorded. */
    private final Map<String, Sum> programs = new LinkedHashMap<>();

    /** The same by the name that has to be redacted, which takes most of a hook's time in a cold JVM. */
    private final Map<String, Sum> byFileName = new HashMap<>();

    private final Set<ChildProcess> running = new HashSet<>();
    private @Nullable Redaction redaction;

    /** What the processes of one program add up to. Guarded by its {@link ProcessTotals}. */
    public static final class Sum {
        private long count;
        private long nanos;
        private long failures;

        /** Of those that still run. */
        private long openNanos;
    }

    /** That of the program with this file name. */
    public synchronized Sum of(String program) {
        Sum sum = byFileName.get(program);
        if (sum == null) {
            sum = named(redacted(program));
            if (byFileName.size() < MOST_PROGRAMS) {
                byFileName.put(program, sum);
            }
        }
        return sum;
    }

    private Sum named(String program) {
        String name = NameLimit.of(program, programs, MOST_PROGRAMS);
        Sum sum = programs.get(name);
        if (sum == null) {
            sum = new Sum();
            programs.put(name, sum);
        }
        return sum;
    }

    private String redacted(String program) {
        Redaction of = redaction;
        if (of == null) {
            of = Redaction.ofThisProcess(); // reads the environment
            redaction = of;
        }
        return of.apply(program);
    }

    /** A process runs. */
    synchronized void started(ChildProcess child, long now) {
        child.sum.count++;
        if (child.completion != null && running.size() < MOST_RUNNING) {
            running.add(child);
        } else {
            child.sum.nanos += now - child.startNanos;
        }
    }

    /** A process could not be started. */
    synchronized void failed(ChildProcess child, long now) {
        child.sum.count++;
        child.sum.failures++;
        child.sum.nanos += now - child.startNanos;
    }

    /**
     * A process has ended; the first report counts.
     *
     * @param exitCode an Integer; null when it could not be had
     */
    synchronized void ended(ChildProcess child, @Nullable Object exitCode, long now) {
        if (running.remove(child)) {
            child.sum.nanos += Math.max(0, now - child.startNanos);
            child.sum.failures += exitCode instanceof Integer code && code == 0 ? 0 : 1;
        }
    }

    /** By program, in the order of first start; what still runs counts up to now. */
    synchronized List<ProcessUse> uses(long now) {
        for (ChildProcess child : running.toArray(new ChildProcess[0])) {
            CompletableFuture<?> completion = child.completion;
            if (completion != null
                    && completion.isDone()) { // the JDK informs the application first, which may have ended the run
                ended(child, completion.isCompletedExceptionally() ? null : completion.getNow(null), now);
            }
        }
        for (Sum sum : programs.values()) {
            sum.openNanos = 0;
        }
        for (ChildProcess child : running) {
            child.sum.openNanos += Math.max(0, now - child.startNanos);
        }
        List<ProcessUse> uses = new ArrayList<>(programs.size());
        for (Map.Entry<String, Sum> program : programs.entrySet()) {
            Sum sum = program.getValue();
            if (sum.count > 0) {
                double ms = (sum.nanos + sum.openNanos) / NANOS_PER_MS;
                uses.add(new ProcessUse(program.getKey(), sum.count, ms, sum.failures));
            }
        }
        return uses;
    }
}
