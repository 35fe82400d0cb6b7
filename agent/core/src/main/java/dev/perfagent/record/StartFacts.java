package dev.perfagent.record;

import java.util.Map;

/**
 * What is known when premain is over.
 */
public interface StartFacts {
    /** The agent's version. */
    String agentVersion();

    /** When premain began, milliseconds since the epoch. */
    long premainMillis();

    /** What premain took, milliseconds; grows until it is over. */
    double premainMs();

    /** Whether this run has needed no weaving so far. */
    boolean isWarm();

    /** Time spent weaving so far, milliseconds. */
    double weaveMs();

    /** Labels given as agent options, by name. */
    Map<String, String> labels();
}
