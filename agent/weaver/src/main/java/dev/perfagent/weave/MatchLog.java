package dev.perfagent.weave;

import dev.perfagent.plan.RuleMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The matches and near misses that {@code explain} shows. It is bounded, because it is kept in the plan and people read it. */
final class MatchLog {
    /** More than anyone reads; about 100 KB in the plan. */
    private static final int MOST = 1000;

    /** Enough to see what is wrong with a rule. A pattern for whole packages has most of their classes as misses. */
    private static final int MOST_MISSES_OF_A_SUBJECT = 20;

    private final List<RuleMatch> matches = new ArrayList<>();
    private final Map<String, Integer> misses = new HashMap<>();

    /**
     * Keeps an entry, if there is room.
     *
     * @param rule index in the settings, or {@link RuleMatch#PROBE}
     * @param className internal name
     * @param methods empty for a near miss
     */
    synchronized void add(int rule, String subject, String className, List<String> methods) {
        if (methods.isEmpty() && !hasRoomForMiss(subject)) {
            return;
        }
        keep(new RuleMatch(rule, subject, className.replace('/', '.'), methods, null));
    }

    /** Keeps methods that could not be woven, and why, if there is room. */
    synchronized void addRefused(int rule, String subject, String className, List<String> methods, String reason) {
        if (rule == RuleMatch.PROBE || hasRoomForMiss(subject)) {
            keep(new RuleMatch(rule, subject, className.replace('/', '.'), methods, reason));
        }
    }

    private boolean hasRoomForMiss(String subject) {
        int before = misses.getOrDefault(subject, 0);
        misses.put(subject, Math.min(before + 1, MOST_MISSES_OF_A_SUBJECT));
        return before < MOST_MISSES_OF_A_SUBJECT;
    }

    private void keep(RuleMatch match) {
        // The same class in another loader, or woven again, adds nothing new.
        if (matches.size() < MOST && !matches.contains(match)) {
            matches.add(match);
        }
    }

    synchronized List<RuleMatch> entries() {
        return List.copyOf(matches);
    }
}
