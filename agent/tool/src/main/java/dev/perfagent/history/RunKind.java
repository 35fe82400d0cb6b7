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

    /** The purpose for which such a run does not count among the times that are asked for; null if it counts. */
    public @Nullable RunPurpose leavesOut(StoredRun run) {
        RunPurpose purpose = RunPurpose.of(run);
        boolean askedFor = purpose == RunPurpose.USE
                || labels.stream().anyMatch(label -> label.name().equals(purpose.label()));
        return askedFor ? null : purpose;
    }

    boolean accepts(StoredRun run) {
        return (version == null || version.equals(run.applicationVersion()))
                && labels.stream().allMatch(label -> label.isOf(run));
    }
}
