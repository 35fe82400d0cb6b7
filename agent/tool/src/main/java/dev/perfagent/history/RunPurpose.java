package dev.perfagent.history;

import dev.perfagent.run.Run;

/**
 * Why a run was made. One that was made to measure runs under other conditions than those of users, so it is left out of their
 * times, unless it is asked for by its label ({@link RunKind#leavesOut}).
 */
public enum RunPurpose {
    /** For what it does. */
    USE(""),
    /** To profile it; the profiler took part of its time. Labelled {@code profiled=true}. */
    PROFILE(Run.PROFILED),
    /** To time it, many times in a row. Labelled {@code benchmark=ID}. */
    BENCHMARK(Run.BENCHMARK);

    private final String label;

    RunPurpose(String label) {
        this.label = label;
    }

    /** The label of such a run; empty for use. */
    public String label() {
        return label;
    }

    /** Why that run was made. */
    public static RunPurpose of(StoredRun run) {
        for (RunPurpose purpose : values()) {
            if (Run.isLabelled(run.context(), purpose.label)) {
                return purpose;
            }
        }
        return USE;
    }
}
