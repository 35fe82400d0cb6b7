package dev.perfagent.compare;

import dev.perfagent.history.StoredRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;

/** What a history has that words may mean: versions, and runs whose ids begin with one of the words. */
public final class SelectorTargets {
    private static final int MOST = 1000;

    private final Collection<String> words;
    private final TreeSet<String> versions = new TreeSet<>();
    private final Set<String> ids = new TreeSet<>();

    private SelectorTargets(Collection<String> words) {
        this.words = words;
    }

    /** Looks for what these words may mean. */
    public static Collector<StoredRun, ?, SelectorTargets> of(Collection<String> words) {
        List<String> copy = List.copyOf(words);
        return Collector.of(
                () -> new SelectorTargets(copy),
                SelectorTargets::add,
                SelectorTargets::and,
                Collector.Characteristics.UNORDERED);
    }

    /** An empty history. */
    public static SelectorTargets nothing() {
        return new SelectorTargets(List.of());
    }

    /** Some of the versions, the last by name first. */
    public List<String> versions(int most) {
        List<String> last = new ArrayList<>(versions.descendingSet());
        return last.subList(0, Math.min(most, last.size()));
    }

    boolean hasVersion(String word) {
        return versions.contains(word);
    }

    /** The ids that begin so; the one alone when it is given in full. */
    List<String> ids(String word) {
        return ids.contains(word)
                ? List.of(word)
                : ids.stream().filter(id -> id.startsWith(word)).toList();
    }

    private void add(StoredRun run) {
        String version = run.applicationVersion();
        if (version != null && (versions.size() < MOST || words.contains(version))) {
            versions.add(version);
        }
        if (ids.size() < MOST || words.contains(run.id())) {
            words.stream().filter(run.id()::startsWith).forEach(word -> ids.add(run.id()));
        }
    }

    private SelectorTargets and(SelectorTargets other) {
        versions.addAll(other.versions);
        ids.addAll(other.ids);
        return this;
    }
}
