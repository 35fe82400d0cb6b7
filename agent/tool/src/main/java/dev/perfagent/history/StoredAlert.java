package dev.perfagent.history;

import org.jspecify.annotations.Nullable;

/**
 * A verdict as it was stored with its run. Types and severities are texts, for another version may know others.
 *
 * @param type as in {@code alerts.yml}; empty when not told
 * @param severity {@code warning} or {@code critical}; empty when not told
 * @param subject the command, phase, cache or rate-limit resource; empty when not told
 * @param current in {@code unit}; NaN when not told
 * @param threshold in {@code unit}; NaN when not told
 * @param baseline in {@code unit}; null when none was known
 * @param unit {@code ms}, {@code mb}, {@code requests}, {@code ratio} (0 to 1); empty when not told
 * @param evidence what it rests on, in one line; null when not told
 * @param tip what to do; null when not told
 */
public record StoredAlert(
        String type,
        String severity,
        String subject,
        double current,
        double threshold,
        @Nullable Double baseline,
        String unit,
        @Nullable String evidence,
        @Nullable String tip) {}
