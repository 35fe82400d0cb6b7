package dev.perfagent.threshold;

import dev.perfagent.run.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and where alerts of one type are reported.
 *
 * @param threshold percent, megabytes or, for {@code disk_space_low}, gigabytes, as the type has it; null where only the
 *     command's own budget counts
 * @param severity of every alert of the type; null to judge it by how far the limit was missed
 * @param consecutiveViolations runs in a row that must break a limit before it is reported; at least 1. A command's {@code
 *     max_acceptable_ms} is reported at once
 * @param channels empty: it is only kept with the run
 * @param coolDownMinutes how long an alert that was reported is not reported again; 0: never kept back
 * @param repeatsCritical whether a critical alert is reported in every run, whatever the cool-down
 */
public record AlertPolicy(
        boolean enabled,
        @Nullable Double threshold,
        @Nullable Severity severity,
        int consecutiveViolations,
        Set<Channel> channels,
        double coolDownMinutes,
        boolean repeatsCritical) {
    /** Of a type without {@code cool_down_minutes}: reported once in an hour of work on the command. */
    public static final double STANDARD_COOL_DOWN_MINUTES = 60;

    /** Of a command that got slower, without {@code consecutive_violations}: fewer slow runs in a row are nothing rare. */
    static final int STANDARD_SLOW_ROW = 3;

    public AlertPolicy {
        if (consecutiveViolations < 1) {
            throw new IllegalArgumentException("consecutiveViolations " + consecutiveViolations + " is under 1");
        }
        channels = Set.copyOf(channels);
    }

    /** One with the standard cool-down whose severity is judged. */
    public AlertPolicy(boolean enabled, @Nullable Double threshold, int consecutiveViolations, Set<Channel> channels) {
        this(enabled, threshold, null, consecutiveViolations, channels, STANDARD_COOL_DOWN_MINUTES, false);
    }

    /** The threshold of a type that has percent, as a ratio; 1 when there is none. */
    double ratio() {
        return threshold == null ? 1 : threshold / 100;
    }
}
