package dev.perfagent.compare;

import dev.perfagent.history.StoredRun;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collector;

/** Gathers several sides in one reading of the history. */
public final class RunGroupReader {
    private RunGroupReader() {}

    /**
     * The group of each selector, in their order; that of a file is empty.
     *
     * @param latest what begins later is dated in the future, and left out where the selector does not name that time
     */
    public static Collector<StoredRun, ?, List<RunGroup>> of(List<Selector> selectors, Instant latest) {
        return Collector.<StoredRun, List<RunGroupBuilder>, List<RunGroup>>of(
                () -> selectors.stream()
                        .map(selector -> new RunGroupBuilder(selector, latest))
                        .toList(),
                (sides, run) -> sides.forEach(side -> side.add(run)),
                (sides, others) -> {
                    for (int i = 0; i < sides.size(); i++) {
                        sides.get(i).and(others.get(i));
                    }
                    return sides;
                },
                sides -> sides.stream().map(RunGroupBuilder::group).toList(),
                Collector.Characteristics.UNORDERED);
    }
}
