package dev.perfagent.optimize;

import dev.perfagent.tally.CommandName;
import java.util.List;

/**
 * A piece of advice with what bears it out.
 *
 * @param subject an endpoint, a cache, a program; empty for the whole command
 * @param runs in how many of the measured runs it was found
 * @param ofRuns how many there are
 * @param requestsPerRun spared in a run on average, of those in which it was found
 * @param msPerRun spared in the same at most, in ms: what overlaps, such as requests at the same time, is added up
 * @param requestsPerDay spared a day, at the rate of these runs
 * @param msPerDay spared a day at most
 * @param medianMs the command's median time
 * @param countPerRun how often in a run: requests, misses, starts, collections, classes
 * @param steps what to type; empty where nothing is to be typed
 */
public record Advice(
        Cause cause,
        CommandName command,
        String subject,
        long runs,
        long ofRuns,
        double requestsPerRun,
        double msPerRun,
        double requestsPerDay,
        double msPerDay,
        double medianMs,
        double countPerRun,
        List<AdviceStep> steps) {
    public Advice {
        steps = List.copyOf(steps);
    }
}
