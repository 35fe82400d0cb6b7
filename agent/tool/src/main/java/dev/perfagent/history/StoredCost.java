package dev.perfagent.history;

import dev.perfagent.run.AgentCost;
import org.jspecify.annotations.Nullable;

/**
 * What the agent itself cost a stored run, as far as it is told; null is "not known".
 *
 * @param plan {@link AgentCost#COLD} or {@link AgentCost#WARM}
 */
public record StoredCost(
        @Nullable String agentVersion,
        @Nullable String plan,
        @Nullable Double premainMs,
        @Nullable Double weaveMs,
        @Nullable Double exitMs,
        @Nullable Long hookCalls) {
    static final StoredCost UNKNOWN = new StoredCost(null, null, null, null, null, null);
}
