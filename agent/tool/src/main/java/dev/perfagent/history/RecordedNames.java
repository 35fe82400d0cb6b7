package dev.perfagent.history;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** The names in a history: what somebody may have meant whose word fits no run. */
public final class RecordedNames {
    /** Of each kind, so that memory does not grow with the history. */
    private static final int MOST = 1000;

    private final NamesOf commands = new NamesOf();
    private final NamesOf labels = new NamesOf();
    private final TreeSet<String> versions = new TreeSet<>();
    private @Nullable Instant newest;

    private RecordedNames() {}

    /** Gathers them. */
    public static Collector<StoredRun, ?, RecordedNames> collector() {
        Supplier<RecordedNames> none = RecordedNames::new;
        return Collector.of(none, RecordedNames::add, RecordedNames::and, Collector.Characteristics.UNORDERED);
    }

    /** Of all runs. */
    public Collection<String> applications() {
        return commands.keys();
    }

    /** Of an application; null for those of all. */
    public Collection<String> commands(@Nullable String application) {
        return application == null ? commands.allValues() : commands.values(application);
    }

    /** Of all applications. */
    public Collection<String> versions() {
        return Collections.unmodifiableNavigableSet(versions);
    }

    /** The names of labels and captured values. */
    public Collection<String> labels() {
        return labels.keys();
    }

    /** The values that a label has. */
    public Collection<String> values(String label) {
        return labels.values(label);
    }

    /** When the newest run began; null when there is none. */
    public @Nullable Instant newest() {
        return newest;
    }

    private void add(StoredRun run) {
        commands.add(run.application(), run.command());
        run.context().forEach((name, value) -> labels.add(name, value.toString()));
        String version = run.applicationVersion();
        if (version != null && versions.size() < MOST) {
            versions.add(version);
        }
        later(run.start());
    }

    private RecordedNames and(RecordedNames other) {
        commands.and(other.commands);
        labels.and(other.labels);
        versions.addAll(other.versions);
        Instant last = other.newest;
        if (last != null) {
            later(last);
        }
        return this;
    }

    private void later(Instant start) {
        Instant last = newest;
        newest = last == null || start.isAfter(last) ? start : last;
    }

    private static final class NamesOf {
        private final Map<String, NavigableSet<String>> sets = new TreeMap<>();
        private int size;

        void add(String key, String value) {
            if (size < MOST
                    && sets.computeIfAbsent(key, first -> new TreeSet<>()).add(value)) {
                size++;
            }
        }

        void and(NamesOf other) {
            other.sets.forEach((key, values) -> values.forEach(value -> add(key, value)));
        }

        Collection<String> keys() {
            return Collections.unmodifiableSet(sets.keySet());
        }

        Collection<String> values(String key) {
            return Collections.unmodifiableSet(sets.getOrDefault(key, Collections.emptyNavigableSet()));
        }

        Collection<String> allValues() {
            NavigableSet<String> all = new TreeSet<>();
            sets.values().forEach(all::addAll);
            return all;
        }
    }
}
