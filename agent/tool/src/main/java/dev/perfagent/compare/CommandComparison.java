package dev.perfagent.compare;

import dev.perfagent.analysis.CommandName;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One command then and now.
 *
 * @param machine the fingerprint that both have; empty across machines
 * @param total the whole command
 * @param phases those that both have, the longest first
 * @param gone phases that only the baseline has
 * @param added phases that only the current runs have
 * @param elsewhere how many runs of it were left out, for they ran on machines that the other side does not have
 */
public record CommandComparison(
        CommandName command,
        String machine,
        Comparison total,
        Map<String, Comparison> phases,
        List<String> gone,
        List<String> added,
        int elsewhere) {
    public CommandComparison {
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /** The verdict to act on: the worst against the current runs, else that of the whole command. */
    public Verdict verdict() {
        return phases.values().stream()
                .map(Comparison::verdict)
                .filter(Verdict::isAgainst)
                .reduce(total.verdict(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
}
