package dev.perfagent.compare;

import dev.perfagent.calibrate.Slowdown;
import dev.perfagent.calibrate.SystemMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much slower a machine of the current runs is than one of the baseline's, by {@code system benchmark}.
 *
 * @param baseline a fingerprint
 * @param current another fingerprint
 * @param works the kinds of work that both machines have a score of; at least one
 */
public record MachineSpeed(String baseline, String current, List<Slowdown> works) {
    public MachineSpeed {
        works = List.copyOf(works);
    }

    /** Each two machines of which both are known. */
    static List<MachineSpeed> all(RunGroup baseline, RunGroup current) {
        List<MachineSpeed> all = new ArrayList<>();
        new TreeMap<>(baseline.scores())
                .forEach((then, before) -> new TreeMap<>(current.scores()).forEach((now, after) -> {
                    List<Slowdown> works = after.since(before);
                    if (!then.equals(now) && !works.isEmpty()) {
                        all.add(new MachineSpeed(then, now, works));
                    }
                }));
        return all;
    }

    /** How many times as long the current machine takes for that work; null when that is not known. */
    @Nullable
    Double factor(SystemMeasure work) {
        for (Slowdown slowdown : works) {
            if (slowdown.measure() == work) {
                return slowdown.factor();
            }
        }
        return null;
    }
}
