package dev.perfagent.optimize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Advice as a person reads it: what has to be done in the same way stands together, and what saves next to nothing is left out.
 *
 * @param groups what saves most a day first; within a group as well
 * @param trifles how many pieces of advice are left out
 */
public record AdviceGroups(List<List<Advice>> groups, int trifles) {
    /** A smaller part of all savings together is a trifle. */
    private static final double TRIFLE = 0.01;

    public AdviceGroups {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /**
     * Groups it.
     *
     * @param advice what saves most first
     */
    public static AdviceGroups of(List<Advice> advice) {
        double ms = advice.stream().mapToDouble(Advice::msPerDay).sum();
        double requests = advice.stream().mapToDouble(Advice::requestsPerDay).sum();
        Map<Kind, List<Advice>> groups = new LinkedHashMap<>();
        int trifles = 0;
        for (Advice piece : advice) {
            if (isTrifle(piece, ms, requests)) {
                trifles++;
            } else {
                groups.computeIfAbsent(new Kind(piece.cause(), piece.steps()), first -> new ArrayList<>())
                        .add(piece);
            }
        }
        List<List<Advice>> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparingDouble((List<Advice> group) ->
                        group.stream().mapToDouble(Advice::msPerDay).sum())
                .reversed());
        return new AdviceGroups(sorted, trifles);
    }

    /** What saves nothing that can be measured, such as a cache without statistics, is none. */
    private static boolean isTrifle(Advice piece, double ms, double requests) {
        boolean saves = piece.msPerDay() > 0 || piece.requestsPerDay() > 0;
        return saves && piece.msPerDay() < TRIFLE * ms && piece.requestsPerDay() <= TRIFLE * requests;
    }

    private record Kind(Cause cause, List<AdviceStep> steps) {}
}
