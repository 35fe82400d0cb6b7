package dev.perfagent.prepare.start;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The ways that were tried, in the order of {@link StartWay}.
 *
 * @param feature the program's JDK, such as 25
 * @param rounds how often each was timed
 */
public record StartComparison(JavaProgram program, int feature, int rounds, List<TriedStart> tried) {
    public StartComparison {
        tried = List.copyOf(tried);
    }

    /** The fastest with the agent that is surely faster than the usual one; else the usual one. */
    public TriedStart best() {
        return tried.stream()
                .filter(start -> start.way().hasAgent() && start.isFaster())
                .min(Comparator.comparing(start -> Objects.requireNonNull(start.medianMs())))
                .orElseGet(() -> of(StartWay.USUAL));
    }

    /** Whether the program ends and prints as ever in a way with the agent. */
    public boolean isUsable() {
        return best().problem() == null;
    }

    /** What came of that way. */
    public TriedStart of(StartWay way) {
        return tried.stream().filter(start -> start.way() == way).findFirst().orElseThrow();
    }

    /** The program's whole command line in that way. */
    public List<String> words(TriedStart start) {
        return program.with(start.options());
    }
}
