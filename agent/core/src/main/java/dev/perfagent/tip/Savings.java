package dev.perfagent.tip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run could have done without, what saves most time first. */
final class Savings {
    private final double leastMs;
    private final List<Saving> savings = new ArrayList<>();

    /** @param leastMs what saves less is not worth reporting */
    Savings(double leastMs) {
        this.leastMs = leastMs;
    }

    void add(@Nullable Saving saving) {
        if (saving == null || saving.ms() < leastMs) {
            return;
        }
        int at = 0;
        while (at < savings.size() && savings.get(at).ms() >= saving.ms()) {
            at++;
        }
        savings.add(at, saving);
    }

    /** What saves most requests first, and of those that save as many, most time. */
    List<String> byRequests() {
        List<Saving> sorted = new ArrayList<>(savings.size());
        for (Saving saving : savings) {
            int at = sorted.size();
            while (at > 0 && sorted.get(at - 1).requests() < saving.requests()) {
                at--;
            }
            sorted.add(at, saving);
        }
        return tips(sorted);
    }

    List<String> tips() {
        return tips(savings);
    }

    private static List<String> tips(List<Saving> savings) {
        List<String> tips = new ArrayList<>(savings.size());
        for (Saving saving : savings) {
            tips.add(saving.tip());
        }
        return tips;
    }
}
