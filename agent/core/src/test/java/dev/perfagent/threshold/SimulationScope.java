package dev.perfagent.threshold;

/** How much is simulated: everything in the profile {@code simulation}, in every build a part that stands for it. */
public final class SimulationScope {
    public static final boolean IS_WHOLE = Boolean.getBoolean("simulation.whole");

    private SimulationScope() {}
}
