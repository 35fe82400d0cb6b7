package dev.perfagent.bench;

import org.jspecify.annotations.Nullable;

/**
 * What one run of a program took, from before its process is started until it has ended.
 *
 * @param cpuMs user and system; null where it cannot be known
 * @param peakRssMb the most memory it held at once; null where it cannot be known
 */
record Sample(
        double wallMs, @Nullable Double cpuMs, @Nullable Double peakRssMb) {}
