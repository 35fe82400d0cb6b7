package dev.perfagent.compare;

import dev.perfagent.analysis.CommandName;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.Verdict;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One command then and now.
 *
 * @param machine the fingerprint that both have; empty across machines
 * @param tolerance the change up to which all is well, as a part: 0.2 is 20 %
 * @param total the whole command's time, by medians
 * @param p95 the whole command's time, by the 95 % quantiles; null where a side has too few runs to know one
 * @param phases those that both have, the longest first
 * @param use what else it used, as far as both sides know it
 * @param gone phases that only the baseline has
 * @param added phases that only the current runs have
 * @param elsewhere how many runs of it were left out, for they ran on machines that the other side does not have
 */
public record CommandComparison(
        CommandName command,
        String machine,
        double tolerance,
        Comparison total,
        @Nullable Comparison p95,
        Map<String, Comparison> phases,
        Map<Use, Comparison> use,
        List<String> gone,
        List<String> added,
        int elsewhere) {
    public CommandComparison {
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
        use = Collections.unmodifiableMap(new LinkedHashMap<>(use));
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /** The verdict to act on: the worst against the current runs, else that of the whole command's median. */
    public Verdict verdict() {
        return Stream.of(p95 == null ? List.<Comparison>of() : List.of(p95), phases.values(), use.values())
                .flatMap(Collection::stream)
                .map(Comparison::verdict)
                .filter(Verdict::isAgainst)
                .reduce(total.verdict(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
}
