package dev.perfagent.threshold;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and where alerts of one type are told.
 *
 * @param threshold percent or megabytes, as the type has it; null where only the command's own budget counts
 * @param consecutiveViolations runs in a row that must break a percentage of the baseline before it is told; at least 1
 */
public record AlertPolicy(
        boolean enabled, @Nullable Double threshold, int consecutiveViolations, Set<Channel> channels) {
    public AlertPolicy {
        if (consecutiveViolations < 1) {
            throw new IllegalArgumentException("consecutiveViolations " + consecutiveViolations + " is under 1");
        }
        channels = Set.copyOf(channels);
    }
}
