package dev.perfagent.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are meant by what is recorded with them.
 *
 * @param version of the application; null for all
 * @param labels a run carries all of them
 */
public record RunKind(@Nullable String version, List<Label> labels) {
    /** Every run. */
    public static final RunKind ALL = new RunKind(null, List.of());

    public RunKind {
        labels = List.copyOf(labels);
    }

    /** Whether every run is meant. */
    public boolean isAll() {
        return version == null && labels.isEmpty();
    }

    boolean accepts(StoredRun run) {
        return (version == null || version.equals(run.applicationVersion()))
                && labels.stream().allMatch(label -> label.isOf(run));
    }
}
