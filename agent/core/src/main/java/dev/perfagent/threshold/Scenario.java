package dev.perfagent.threshold;

import java.util.Map;

/**
 * A rating asked for when the captured context is at least as large as given.
 *
 * @param when the smallest value by context name
 */
public record Scenario(String name, Map<String, Double> when, Rating expected) {
    public Scenario {
        when = Map.copyOf(when);
    }
}
