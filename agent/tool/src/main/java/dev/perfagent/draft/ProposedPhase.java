package dev.perfagent.draft;

/**
 * A method that is worth being a phase.
 *
 * @param share of the samples in which the method was on the stack, up to 1
 */
public record ProposedPhase(String name, String className, String method, double share) {}
