package dev.perfagent.compare;

import dev.perfagent.statistics.Comparison;
import dev.perfagent.tally.CommandName;
import dev.perfagent.threshold.Result;
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
 * @param active its time without the machine's part, which decides where the machine was busy; null unless all runs know it
 * @param machineBefore the machine's part of the time of the baseline's runs, 0 to 1, by its median; NaN when not known
 * @param machineNow that of the current runs
 * @param use what else it used, as far as both sides know it
 * @param gone phases that only the baseline has
 * @param added phases that only the current runs have
 * @param elsewhere how many runs of it were left out, because the other side has none of their machines
 */
public record CommandComparison(
        CommandName command,
        String machine,
        double tolerance,
        Comparison total,
        @Nullable Comparison p95,
        @Nullable Comparison active,
        double machineBefore,
        double machineNow,
        Map<String, Comparison> phases,
        Map<ResourceMeasure, Comparison> use,
        List<String> gone,
        List<String> added,
        int elsewhere) {
    /** From this share on the machine's part is more than runs differ by anyway. */
    private static final double BUSY = 0.1;

    public CommandComparison {
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
        use = Collections.unmodifiableMap(new LinkedHashMap<>(use));
        gone = List.copyOf(gone);
        added = List.copyOf(added);
    }

    /**
     * The verdict to act on: the worst against the current runs, else that of the whole command's median. Where the machine was
     * busy, times on the clock and the JVM's own CPU time say nothing: the time without the machine's part decides, and the
     * application's CPU time.
     */
    public Result verdict() {
        Comparison main = active == null || !isByActiveTime() ? total : active;
        return Stream.concat(
                        onTheClock(),
                        use.entrySet().stream()
                                .filter(entry -> !isByActiveTime() || entry.getKey() != ResourceMeasure.CPU)
                                .map(Map.Entry::getValue))
                .map(Comparison::verdict)
                .filter(Result::isAgainst)
                .reduce(main.verdict(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    /** Whether the machine was busy, so that the time without its part counts, and times on the clock do not. */
    public boolean isByActiveTime() {
        return active != null && isBusy();
    }

    /** Whether a machine was busy, and yet times on the clock count, because not all runs know how long they waited for a CPU. */
    public boolean isBusyUnknown() {
        return active == null && isBusy();
    }

    private boolean isBusy() {
        return machineBefore >= BUSY || machineNow >= BUSY;
    }

    private Stream<Comparison> onTheClock() {
        return isByActiveTime() ? Stream.of() : Stream.concat(Stream.ofNullable(p95), phases.values().stream());
    }
}
