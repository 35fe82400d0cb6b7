package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * What the agent itself cost the run.
 *
 * @param plan {@link #COLD} when classes were woven in this run, {@link #WARM} when all were in the plan
 * @param watchedMs from the agent's start until it stopped watching which classes are loaded; null when it watched to the end
 * @param classesMissed whether a class loader of the application's own came up later, so that what its classes did is missing
 * @param exitMs recording the end, up to the moment this record was written
 * @param hookCalls calls from woven code
 */
public record AgentCost(
        String agentVersion,
        String plan,
        double premainMs,
        double weaveMs,
        @Nullable Double watchedMs,
        boolean classesMissed,
        double exitMs,
        long hookCalls) {
    public static final String COLD = "cold";
    public static final String WARM = "warm";
}
