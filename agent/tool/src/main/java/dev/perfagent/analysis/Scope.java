package dev.perfagent.analysis;

import dev.perfagent.history.RunKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are looked at.
 *
 * @param generated when that was
 * @param from those that began then or later; null for no such limit
 * @param to those that began before; null for no such limit
 * @param application only this one's; null for all
 * @param command only this one's; null for all
 * @param kind only of that version, with those labels
 */
public record Scope(
        Instant generated,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String application,
        @Nullable String command,
        RunKind kind) {}
