package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * A verdict against a run, with what it rests on.
 *
 * @param subject what broke its limit: the command, the phase, the cache or the rate-limit resource
 * @param current the measured value, in {@code unit}
 * @param threshold the limit that was broken, in {@code unit}
 * @param baseline the usual value, in {@code unit}; null when none is known
 * @param unit {@code ms}, {@code mb}, {@code requests}, {@code ratio} (0 to 1)
 * @param tip one sentence on what to do; null when there is none worth giving
 */
public record Alert(
        AlertType type,
        Severity severity,
        String subject,
        double current,
        double threshold,
        @Nullable Double baseline,
        String unit,
        @Nullable String tip) {}
