package dev.perfagent.record;

import dev.perfagent.machine.ProcessStat;
import dev.perfagent.machine.ThreadSchedule;
import dev.perfagent.run.Contention;
import java.io.File;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How the agent's own start went: filled in by it, kept with every run. Safe for concurrent use. */
public final class StartFacts {
    private static final double NANOS_PER_MS = 1e6;

    /** The kernel counts in steps of 10 ms, and a launcher takes some more before it creates the JVM. */
    private static final double SLACK_MS = 100;

    /** Where nothing can check it, no start that took longer is believed. */
    private static final double MOST_UNCHECKED_MS = 60_000;

    /** A static initialiser of the main class that takes longer is work of the application in the JVM's start. */
    private static final long MOST_OF_MAIN_CLASS_NANOS = 5_000_000;

    /** In a shorter execution the agent's own thread is rarely done: mostly one kind of gauge is to be known. */
    private static final long LEAST_GAUGED_NANOS = 250_000_000;

    /** Behind the id of a gauge that is the JVM's start. */
    private static final String OF_START = "-start";

    private final String agentVersion;
    private final Map<String, String> labels;
    private final long millis;
    private final long nanos;
    private @Nullable Double processAgeMs;
    private boolean isAgeKnown;
    private final AtomicLong mainClassNanos = new AtomicLong();
    private final AtomicLong weaveNanos = new AtomicLong();
    private volatile long overNanos;
    private volatile long watchedNanos;
    private volatile boolean warm;
    private volatile boolean otherLoaders;
    private volatile boolean attached;
    private volatile @Nullable File scores;
    private volatile @Nullable String gaugeId;
    private volatile @Nullable Double gaugeMs;
    private volatile long gaugedNanos;
    private volatile @Nullable Looks looks;

    /**
     * The start begins.
     *
     * @param labels given as agent options, by name
     */
    public StartFacts(String agentVersion, Map<String, String> labels) {
        this(agentVersion, labels, new Clock());
    }

    StartFacts(String agentVersion, Map<String, String> labels, Clock clock, @Nullable Double processAgeMs) {
        this(agentVersion, labels, clock);
        this.processAgeMs = processAgeMs;
        this.isAgeKnown = true;
    }

    private StartFacts(String agentVersion, Map<String, String> labels, Clock clock) {
        this.agentVersion = agentVersion;
        this.labels = labels;
        this.millis = clock.millis();
        this.nanos = clock.nanos();
    }

    /**
     * From the JVM's start to ours. Both times are read from the clock on the wall, which is finer than what the kernel counts,
     * and believed only where the kernel's count agrees: the clock may have been set in between.
     *
     * @param jvmStartMillis since the epoch
     */
    @Nullable
    Double msSince(long jvmStartMillis) {
        double byWall = (double) (millis - jvmStartMillis);
        Double counted = processAgeMs();
        if (attached) {
            return null;
        }
        if (counted == null) {
            return byWall < 0 || byWall > MOST_UNCHECKED_MS ? null : Double.valueOf(byWall);
        }
        return byWall >= 0 && byWall <= counted + SLACK_MS && byWall >= counted - SLACK_MS
                ? Double.valueOf(byWall)
                : counted;
    }

    /** How old the process was at our start. Asked the kernel when it is first needed, on the sampler's thread in most runs. */
    private synchronized @Nullable Double processAgeMs() {
        if (!isAgeKnown) {
            Double now = ProcessStat.ageMs();
            processAgeMs = now == null ? null : Double.valueOf(now - msUntil(System.nanoTime()));
            isAgeKnown = true;
        }
        return processAgeMs;
    }

    /** From our start to that reading of the monotonic clock. */
    double msUntil(long atNanos) {
        return (atNanos - nanos) / NANOS_PER_MS;
    }

    /** A static initialiser of the main class took that long. */
    public void mainClassInitialised(long tookNanos) {
        mainClassNanos.addAndGet(tookNanos);
    }

    /** What the static initialisers of the main class took; null where it has none. */
    @Nullable
    Double mainClassMs() {
        long took = mainClassNanos.get();
        return took == 0 ? null : Double.valueOf(took / NANOS_PER_MS);
    }

    /**
     * A plan was found: this run is warm until a class has to be woven.
     *
     * @param agentId of the agent, the JDK and the configuration
     */
    public void planFound(String agentId) {
        warm = true;
        gaugeId = agentId;
    }

    /** What the agent's own thread does once in each run took it so much; null when that is not known. */
    public void gauged(@Nullable ThreadSchedule used) {
        gaugedNanos = System.nanoTime();
        gaugeMs = used == null ? null : Double.valueOf(used.cpuMs());
    }

    /** Whether what another look takes would count. */
    public boolean needsLooks() {
        Looks all = looks;
        return all == null || !all.areEnough();
    }

    /**
     * The agent's own thread has looked at the heap.
     *
     * @param used by it so far; null when that is not known
     * @param isPlain whether it has done nothing else since the look before
     */
    public void looked(@Nullable ThreadSchedule used, boolean isPlain) {
        Looks all = looks;
        if (all == null) { // the first one: not at the start, because each class costs it time
            all = new Looks();
            looks = all;
        }
        all.seen(used, isPlain);
    }

    /**
     * It has done something since that is not the same in each look.
     *
     * @param used by it so far; null when that is not known
     */
    public void lookedElsewhere(@Nullable ThreadSchedule used) {
        Looks all = looks;
        if (all != null) {
            all.goesOn(used);
        }
    }

    /**
     * With the gauges of how slow the CPU was. In an execution that is long enough, that is what the agent's own thread did,
     * where it was read meanwhile; else the start of the JVM.
     *
     * @param from its beginning, by the monotonic clock in nanoseconds
     * @param to its end
     * @param mainCpuMs CPU time of main's thread until it entered main; NaN when not known
     */
    Contention gauge(Contention measured, long from, long to, double mainCpuMs) {
        Double ms = gaugeMs;
        String id = gaugeId;
        if (id == null || !warm || attached) {
            return measured;
        }
        if (ms != null && gaugedNanos - from >= 0 && to - from >= LEAST_GAUGED_NANOS) {
            Looks all = looks;
            return measured.gauged(ms, all == null ? null : all.usualUs(), id);
        }
        return mainCpuMs > 0 && mainClassNanos.get() < MOST_OF_MAIN_CLASS_NANOS
                ? measured.gauged(mainCpuMs, null, id.concat(OF_START))
                : measured;
    }

    /** A class had to be woven. */
    public void woven(long tookNanos) {
        warm = false;
        weaveNanos.addAndGet(tookNanos);
    }

    /** The start is over. */
    public void over() {
        overNanos = System.nanoTime();
    }

    /** Class loading is not watched any more; the first call counts, after which it is watched for moments only. */
    public void watchingIsOver() {
        if (watchedNanos == 0) {
            watchedNanos = System.nanoTime();
        }
    }

    /** How long class loading was watched, in ms; null when it still is. */
    @Nullable
    Double watchedMs() {
        return watchedNanos == 0 ? null : Double.valueOf((watchedNanos - nanos) / NANOS_PER_MS);
    }

    /** Scores of this machine, if there are any, are in that file. */
    public void scoresIn(File file) {
        scores = file;
    }

    @Nullable
    File scores() {
        return scores;
    }

    /** The JVM had started long ago: how it did is not known. */
    public void attached() {
        attached = true;
    }

    /** The JVM's counters say that a loader of the application's own has brought classes. */
    void otherLoadersSeen() {
        otherLoaders = true;
    }

    /** Whether that was so, which is looked at when a run is finished. */
    public boolean hasOtherLoaders() {
        return otherLoaders;
    }

    String agentVersion() {
        return agentVersion;
    }

    Map<String, String> labels() {
        return labels;
    }

    boolean isWarm() {
        return warm;
    }

    double premainMs() {
        return ((overNanos == 0 ? System.nanoTime() : overNanos) - nanos) / NANOS_PER_MS;
    }

    double weaveMs() {
        return weaveNanos.get() / NANOS_PER_MS;
    }
}
