package dev.perfagent.history;

/**
 * Why a run was made. One that was made to measure runs under other conditions than those of users, so it is left out of their
 * times, unless it is asked for by its label ({@link RunKind#leavesOut}).
 */
public enum RunPurpose {
    /** For what it does. */
    USE(""),
    /** To profile it; the profiler took part of its time. Labelled {@code profiled=true}. */
    PROFILE("profiled"),
    /** To time it, many times in a row. Labelled {@code benchmark=ID}. */
    BENCHMARK("benchmark");

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
            Object stated = run.context().get(purpose.label);
            if (stated != null && !"false".equals(stated.toString())) {
                return purpose;
            }
        }
        return USE;
    }
}
