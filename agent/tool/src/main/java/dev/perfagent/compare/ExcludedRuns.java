package dev.perfagent.compare;

import dev.perfagent.history.RunKind;
import dev.perfagent.history.RunPurpose;
import dev.perfagent.history.StoredRun;
import org.jspecify.annotations.Nullable;

/** Runs that were meant and are not measured with, counted by why. */
public enum ExcludedRuns {
    /** Classes were woven in it, which takes time of its own. */
    COLD("cold"),
    /** It failed, so it did not do all of its work. */
    FAILED("failed"),
    /** It was killed, so its end is not known. */
    KILLED("killed"),
    /** A profiler took part of its time: labelled {@code profiled=true}. */
    PROFILED("profiled"),
    /** Part of a benchmark, which has its own baselines: labelled {@code benchmark=ID}. */
    BENCHMARK("part of a benchmark"),
    /** A clock was wrong when it was recorded, and nothing names that time. */
    FUTURE("dated in the future"),
    /** Its time is not recorded. */
    UNTIMED("without a time"),
    /** More than are kept of one command on one machine; the oldest are dropped. */
    SURPLUS("older than the newest " + ExcludedRuns.MOST_RUNS);

    /** Of one command on one machine; a rank test gets no better by more. */
    public static final int MOST_RUNS = 5000;

    private final String words;

    ExcludedRuns(String words) {
        this.words = words;
    }

    /** As users read it. */
    public String words() {
        return words;
    }

    /** Why a run is no measurement; null when it is one. */
    static @Nullable ExcludedRuns of(StoredRun run, RunKind askedFor) {
        if (run.killed()) {
            return KILLED;
        }
        if (!run.succeeded()) {
            return FAILED;
        }
        if (run.cold()) {
            return COLD;
        }
        RunPurpose purpose = askedFor.leavesOut(run);
        if (purpose != null) {
            return purpose == RunPurpose.PROFILE ? PROFILED : BENCHMARK;
        }
        return Double.isFinite(run.totalMs()) ? null : UNTIMED;
    }
}
