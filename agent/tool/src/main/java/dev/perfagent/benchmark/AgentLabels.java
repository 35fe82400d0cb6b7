package dev.perfagent.benchmark;

import java.util.Map;

/**
 * The labels that the agent records with a run of a benchmark, when it is in the command. By them the record is joined with the
 * time that was measured, and left out of baselines.
 *
 * @param session id of the benchmark
 */
public record AgentLabels(String session) {
    /** The id of the benchmark. */
    public static final String SESSION = "benchmark";

    /** The number of the run in it. */
    public static final String RUN = "benchmark_run";

    private static final String VARIABLE = "PERF_AGENT_LABELS";

    /** The variables for one run; alerts about it are not shown. */
    public Map<String, String> variables(Map<String, String> environment, int number) {
        String others = environment.getOrDefault(VARIABLE, "");
        String own = SESSION + "=" + session + "," + RUN + "=" + number;
        return Map.of(VARIABLE, others.isBlank() ? own : others + "," + own, "PERF_AGENT_QUIET", "true");
    }
}
