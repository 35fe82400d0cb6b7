package dev.perfagent.history;

/** What the agent itself cost a run: the fields of {@code self} that are read of many runs. */
public enum CostField {
    AGENT_VERSION,
    PLAN,
    PREMAIN_MS,
    WEAVE_MS,
    EXIT_MS
}
