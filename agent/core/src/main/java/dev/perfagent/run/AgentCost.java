package dev.perfagent.run;

/**
 * What the agent itself cost the run.
 *
 * @param plan {@code cold} when classes were woven in this run, {@code warm} when a plan was used
 * @param exitMs recording the end, up to the moment this record was written
 * @param hookCalls calls from woven code
 */
public record AgentCost(
        String agentVersion, String plan, double premainMs, double weaveMs, double exitMs, long hookCalls) {}
