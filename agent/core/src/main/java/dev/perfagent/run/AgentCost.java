package dev.perfagent.run;

/**
 * What the agent itself cost the run.
 *
 * @param plan {@link #COLD} when classes were woven in this run, {@link #WARM} when all were in the plan
 * @param exitMs recording the end, up to the moment this record was written
 * @param hookCalls calls from woven code
 */
public record AgentCost(
        String agentVersion, String plan, double premainMs, double weaveMs, double exitMs, long hookCalls) {
    public static final String COLD = "cold";
    public static final String WARM = "warm";
}
