package dev.perfagent.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * One timed run of a command. What the system does not say is null.
 *
 * @param number of the run in the session, from 1 on, warm-ups not counted; 0 for a warm-up
 * @param wallMs from just before the start to its end
 * @param exitCode as the shell has it
 * @param cpuMs time on a CPU, of the process and those it waited for; in steps of 10 ms, so only the mean of many is exact
 * @param userMs the part of it outside the kernel
 * @param peakMemoryMb the most memory that the process itself had in use when it was looked at; null when it ended before
 * @param cpuWaitMs time in which it was ready to run and had no CPU; null for a process of several threads
 * @param pressure the share of the time in which some task of the machine waited for a CPU, 0 to 1
 */
public record Measurement(
        int number,
        double wallMs,
        int exitCode,
        @Nullable Double cpuMs,
        @Nullable Double userMs,
        @Nullable Double peakMemoryMb,
        @Nullable Double cpuWaitMs,
        @Nullable Double pressure) {
    /** Whether it ended well. */
    public boolean succeeded() {
        return exitCode == 0;
    }
}
