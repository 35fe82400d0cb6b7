package dev.perfagent.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures work, and keeps what it measured in memory: the newest {@value #STANDARD_MOST_ENTRIES} entries by default. When
 * there are so many, the oldest tenth is dropped and counted.
 *
 * <p>Safe for use by many threads. What fails in here never reaches the caller: it is counted by {@link #failures()}. What
 * fails in the measured work is recorded and thrown on.
 */
public final class MetricsCollector implements AutoCloseable {
    /** How many entries a collector keeps by default. */
    public static final int STANDARD_MOST_ENTRIES = 10_000;

    private final boolean isOfProcess;
    private final EntryBuffer entries;
    private final OpenStarts starts = new OpenStarts();
    private final ContextValues context = new ContextValues();
    private final LongAdder unmatchedStops = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** A collector of its own, for {@value #STANDARD_MOST_ENTRIES} entries. */
    public MetricsCollector() {
        this(STANDARD_MOST_ENTRIES);
    }

    /**
     * A collector of its own.
     *
     * @param mostEntries how many entries it keeps; less than 1 counts as 1
     */
    public MetricsCollector(int mostEntries) {
        this(mostEntries, false);
    }

    private MetricsCollector(int mostEntries, boolean isOfProcess) {
        this.entries = new EntryBuffer(Math.max(1, mostEntries));
        this.isOfProcess = isOfProcess;
    }

    /** {@return the collector that all code of this process shares; it cannot be closed} */
    public static MetricsCollector ofProcess() {
        return OfProcess.COLLECTOR;
    }

    private static final class OfProcess {
        private static final MetricsCollector COLLECTOR = new MetricsCollector(STANDARD_MOST_ENTRIES, true);

        private OfProcess() {}
    }

    /**
     * Measures work on a target.
     *
     * @param operation the name of the operation
     * @param target what it is about, such as a file or a repository; empty for nothing
     * @param work what to measure
     * @param <T> what it returns
     * @return the value of the work, and how long it took
     * @throws Exception what the work throws
     */
    public <T extends @Nullable Object> Measurement<T> measure(
            String operation, String target, Callable<? extends T> work) throws Exception {
        return measure(Operation.of(operation, target), work);
    }

    /**
     * Measures work.
     *
     * @param operation what it is
     * @param work what to measure
     * @param <T> what it returns
     * @return the value of the work, and how long it took
     * @throws Exception what the work throws
     */
    public <T extends @Nullable Object> Measurement<T> measure(Operation operation, Callable<? extends T> work)
            throws Exception {
        OpenMeasurement open = OpenMeasurement.begin(operation, this);
        T value;
        try {
            value = work.call();
        } catch (Throwable failure) {
            open.end(failure, this);
            throw failure;
        }
        return new Measurement<>(value, open.end(null, this));
    }

    /**
     * Measures work that returns nothing.
     *
     * @param operation the name of the operation
     * @param target what it is about; empty for nothing
     * @param work what to measure; what it throws is thrown on
     * @return how long it took
     */
    public MetricsEntry run(String operation, String target, Runnable work) {
        return run(Operation.of(operation, target), work);
    }

    /**
     * Measures work that returns nothing.
     *
     * @param operation what it is
     * @param work what to measure; what it throws is thrown on
     * @return how long it took
     */
    public MetricsEntry run(Operation operation, Runnable work) {
        OpenMeasurement open = OpenMeasurement.begin(operation, this);
        try {
            work.run();
        } catch (Throwable failure) {
            open.end(failure, this);
            throw failure;
        }
        return open.end(null, this);
    }

    /**
     * Measures work on a target that ends later; see {@link #measureStage(Operation, Supplier)}.
     *
     * @param operation the name of the operation
     * @param target what it is about; empty for nothing
     * @param work starts the work
     * @param <T> what the stage completes with
     * @return completes after the measurement is kept
     */
    public <T extends @Nullable Object> CompletionStage<Measurement<T>> measureStage(
            String operation, String target, Supplier<? extends CompletionStage<T>> work) {
        return measureStage(Operation.of(operation, target), work);
    }

    /**
     * Measures work that ends later: until the stage completes, on whatever thread.
     *
     * @param operation what it is
     * @param work starts the work
     * @param <T> what the stage completes with
     * @return completes after the measurement is kept; with the exception of the work, when it fails. What the supplier
     *     itself throws is thrown here
     */
    public <T extends @Nullable Object> CompletionStage<Measurement<T>> measureStage(
            Operation operation, Supplier<? extends CompletionStage<T>> work) {
        OpenMeasurement open = OpenMeasurement.beginLater(operation, this);
        try {
            CompletionStage<T> stage = work.get();
            return stage.handle((value, thrown) -> open.end(thrown == null ? null : StageFailure.cause(thrown), this))
                    .thenCombine(stage, (entry, value) -> new Measurement<>(value, entry));
        } catch (Throwable failure) {
            open.end(failure, this);
            throw failure;
        }
    }

    /**
     * Starts a measurement that {@link #stop} ends. The same name may be started again before it is stopped, on the same
     * thread or on others: each start has a stop of its own.
     *
     * @param name what is started
     */
    public void start(String name) {
        try {
            Operation operation = Operation.of(name);
            Object token = AgentHooks.phaseBegins(operation.name(), null);
            long thread = threadId();
            long millis = System.currentTimeMillis();
            if (!starts.add(new OpenStarts.Start(operation, thread, millis, System.nanoTime(), token))) {
                failed();
                if (token != null) {
                    AgentHooks.phaseEnds(token);
                }
            }
        } catch (RuntimeException | LinkageError failure) {
            failed();
        }
    }

    /**
     * Ends the last {@link #start} of that name on this thread; if there is none, the last one on any thread. If there is
     * none at all, nothing happens but that it is counted by {@link #unmatchedStops()}.
     *
     * @param name what was started
     * @return how long it took; empty without a start
     */
    public Optional<Duration> stop(String name) {
        long now = System.nanoTime();
        try {
            OpenStarts.Start start = starts.remove(Scalars.name(name), threadId());
            if (start == null) {
                unmatchedStops.increment();
                return Optional.empty();
            }
            if (start.token() != null) {
                AgentHooks.phaseEnds(start.token());
            }
            MetricsEntry entry = new MetricsEntry(start.operation(), start.millis(), now - start.nanos(), null);
            keep(entry);
            return Optional.of(entry.duration());
        } catch (RuntimeException | LinkageError failure) {
            failed();
            return Optional.empty();
        }
    }

    @SuppressWarnings("deprecation") // threadId() is there since JDK 19 only
    private static long threadId() {
        return Thread.currentThread().getId();
    }

    /**
     * Keeps a value with the run, such as the size of its input: the last one under a name counts. There are at most 1,000 names.
     *
     * @param name what it is
     * @param value at most 1,000 characters; more are cut
     */
    public void context(String name, String value) {
        String text = Scalars.text(value);
        keepValue(name, text == null ? "" : text);
    }

    /**
     * See {@link #context(String, String)}.
     *
     * @param name what it is
     * @param value itself
     */
    public void context(String name, long value) {
        keepValue(name, value);
    }

    /**
     * See {@link #context(String, String)}.
     *
     * @param name what it is
     * @param value itself
     */
    public void context(String name, double value) {
        keepValue(name, value);
    }

    /**
     * See {@link #context(String, String)}.
     *
     * @param name what it is
     * @param value itself
     */
    public void context(String name, boolean value) {
        keepValue(name, value);
    }

    private void keepValue(String name, Object value) {
        try {
            String key = Scalars.name(name);
            AgentHooks.value(key, value);
            if (!context.put(key, value)) {
                failed();
            }
        } catch (RuntimeException | LinkageError failure) {
            failed();
        }
    }

    void keep(MetricsEntry entry) {
        entries.add(entry);
    }

    void failed() {
        failures.increment();
    }

    /** {@return the entries, the oldest first} */
    public List<MetricsEntry> entries() {
        return entries.all();
    }

    /**
     * {@return the entries of that name, the oldest first}
     *
     * @param name of an operation
     */
    public List<MetricsEntry> entries(String name) {
        List<MetricsEntry> of = new ArrayList<>();
        for (MetricsEntry entry : entries.all()) {
            if (entry.name().equals(name)) {
                of.add(entry);
            }
        }
        return of;
    }

    /** {@return the names of the entries, in the order of their first one} */
    public List<String> names() {
        return new ArrayList<>(byName(entries.all()).keySet());
    }

    /**
     * {@return the statistics of the entries of that name; those of no values when there are none}
     *
     * @param name of an operation
     */
    public Statistics statistics(String name) {
        return of(entries(name));
    }

    /** {@return the statistics of the entries by name, in the order of {@link #names()}} */
    public Map<String, Statistics> statistics() {
        return statistics(entries.all());
    }

    static Map<String, Statistics> statistics(List<MetricsEntry> all) {
        Map<String, Statistics> statistics = new LinkedHashMap<>();
        byName(all).forEach((name, of) -> statistics.put(name, of(of)));
        return statistics;
    }

    private static Map<String, List<MetricsEntry>> byName(List<MetricsEntry> all) {
        Map<String, List<MetricsEntry>> byName = new LinkedHashMap<>();
        for (MetricsEntry entry : all) {
            byName.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry);
        }
        return byName;
    }

    private static Statistics of(List<MetricsEntry> entries) {
        return Statistics.of(entries.stream().mapToLong(MetricsEntry::nanos).toArray());
    }

    /** {@return the values that were kept, by name} */
    public Map<String, Object> context() {
        return context.all();
    }

    /** {@return how many entries there are} */
    public int size() {
        return entries.size();
    }

    /** {@return how many entries were dropped because there were too many} */
    public long dropped() {
        return entries.dropped();
    }

    /** {@return how many starts have not been stopped} */
    public int openStarts() {
        return starts.size();
    }

    /** {@return how many stops had no start} */
    public long unmatchedStops() {
        return unmatchedStops.sum();
    }

    /** {@return how many times something could not be kept, be it that it was too much} */
    public long failures() {
        return failures.sum();
    }

    /** Forgets all entries, values and counts. What was started and not stopped goes on. */
    public void clear() {
        entries.clear();
        context.clear();
        unmatchedStops.reset();
        failures.reset();
    }

    /** What there is to export. */
    MetricsSnapshot snapshot() {
        return entries.snapshot(context());
    }

    /** Takes out what was exported, and leaves what came meanwhile. */
    void remove(MetricsSnapshot exported) {
        entries.remove(exported);
        context.remove(exported.context());
    }

    /**
     * Clears the collector; from now on it runs work and keeps nothing of it. The collector of the process is only cleared,
     * because others use it too.
     */
    @Override
    public void close() {
        clear();
        if (!isOfProcess) {
            entries.close();
        }
    }
}
