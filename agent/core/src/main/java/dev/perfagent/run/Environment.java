package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * Where a run ran.
 *
 * @param jvmFlags a hash of the JVM's own flags; the flags themselves may hold secrets
 * @param ci the CI system; null outside one
 * @param pid the process's own id, as the machine or its container counts; null off Linux
 * @param systemScores how fast the machine was by {@code system benchmark}, as {@code name=score} separated by blanks; null when
 * nobody measured it
 * @param fingerprint hash of what makes durations comparable
 */
public record Environment(
        @Nullable String host,
        @Nullable String user,
        String os,
        String arch,
        @Nullable String cpu,
        int cores,
        @Nullable Long memoryMb,
        String jdk,
        @Nullable String jvmFlags,
        @Nullable String ci,
        @Nullable Long pid,
        @Nullable String traceparent,
        @Nullable String systemScores,
        String fingerprint) {}
