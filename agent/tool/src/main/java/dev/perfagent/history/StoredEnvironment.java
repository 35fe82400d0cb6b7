package dev.perfagent.history;

import org.jspecify.annotations.Nullable;

/**
 * Where a stored run ran, as far as it is told; null is "not known".
 *
 * @param cores processors available to the JVM
 * @param memoryMb of the machine, in megabytes
 * @param ci the build service; null outside one
 * @param fingerprint equal for runs whose durations may be compared
 */
public record StoredEnvironment(
        @Nullable String host,
        @Nullable String user,
        @Nullable String os,
        @Nullable String arch,
        @Nullable String cpu,
        @Nullable Long cores,
        @Nullable Long memoryMb,
        @Nullable String jdk,
        @Nullable String jvmFlags,
        @Nullable String ci,
        @Nullable String traceparent,
        @Nullable String fingerprint) {
    static final StoredEnvironment UNKNOWN =
            new StoredEnvironment(null, null, null, null, null, null, null, null, null, null, null, null);
}
