package dev.perfagent.threshold;

import dev.perfagent.run.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code alerts.yml} says beside its types of alerts.
 *
 * @param failOn the least severity with which the measured process fails, and {@code check} unless another is given; null: the
 *     process keeps its exit code
 * @param exitCode with which the measured process ends then, where it would have ended with 0; 1 to 255
 * @param command program and arguments of {@link Channel#COMMAND}; empty when there is none
 */
public record Notification(@Nullable Severity failOn, int exitCode, List<String> command) {
    /** DESIGN section 9: a verdict against. */
    public static final int STANDARD_EXIT_CODE = 1;

    /** What holds without an {@code alerts.yml}: exit codes are left alone, and no program is started. */
    public static final Notification STANDARD = new Notification(null, STANDARD_EXIT_CODE, List.of());

    public Notification {
        command = List.copyOf(command);
    }
}
