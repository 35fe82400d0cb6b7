package dev.perfagent.optimize;

/** Is called with what was found in a run. */
@FunctionalInterface
interface WasteFound {
    void accept(Cause cause, String subject, Waste waste);
}
