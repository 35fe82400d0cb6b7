package dev.perfagent.analysis;

import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.Counts;
import dev.perfagent.tally.SlowRun;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one command's time, memory and requests go, and what its slow runs have in common.
 *
 * @param machines how many fingerprints its timed runs have
 * @param timing null without timed runs
 * @param machine null without timed runs
 * @param totalMs all timed runs together
 * @param share of the time of all commands, 0 to 1
 * @param phases the longest first
 * @param elsewhere share of the time in none of the phases, 0 to 1; null without phases
 * @param requests to the GitHub API over all timed runs
 * @param endpoints those with most requests first
 * @param memory null without timed runs
 * @param startup null when no run recorded it
 * @param withoutMachine whether factors and changes are of times without the machine's part, because it was busy
 * @param factors the strongest first
 * @param questions how many factors were looked at
 * @param changes the oldest first
 * @param gradual where times rise or fall little by little, by machine
 * @param patterns what comes back each week or day and was taken out before changes were looked for
 * @param slowest the slowest first
 * @param errors the most frequent first
 */
public record CommandAnalysis(
        CommandName name,
        Counts counts,
        int machines,
        @Nullable Timing timing,
        @Nullable MachineUse machine,
        double totalMs,
        double share,
        List<PhaseShare> phases,
        @Nullable Double elsewhere,
        long requests,
        List<EndpointShare> endpoints,
        @Nullable MemoryFacts memory,
        @Nullable StartupTimes startup,
        boolean withoutMachine,
        List<Factor> factors,
        int questions,
        List<Change> changes,
        List<GradualChange> gradual,
        Set<Factor.Kind> patterns,
        List<SlowRun> slowest,
        List<ErrorGroup> errors) {
    public CommandAnalysis {
        phases = List.copyOf(phases);
        endpoints = List.copyOf(endpoints);
        factors = List.copyOf(factors);
        changes = List.copyOf(changes);
        gradual = List.copyOf(gradual);
        patterns = Set.copyOf(patterns);
        slowest = List.copyOf(slowest);
        errors = List.copyOf(errors);
    }
}
