package dev.perfagent.run;

import org.jspecify.annotations.Nullable;

/**
 * What the machine had to do with a run's time: how long its thread ran, how long it was ready and had to wait for a CPU, and
 * how busy the machine was. Null is "not known".
 *
 * @param threadCpuMs time on a CPU of the thread that entered the command, and of the one that loads classes ahead for it
 * @param cpuWaitMs time in which that thread was ready to run and had no CPU
 * @param jvmCpuMs CPU time of the JVM's own threads (compilers, garbage collector) and of ours
 * @param stealMs time that the hypervisor gave to other machines, of all CPUs together
 * @param machineBusy how busy all CPUs of the machine were, 0 to 1
 * @param throttledCpuMs time in which the control group had used up its CPU quota and had to wait
 * @param pressureCpu share of the time in which some task of the machine waited for a CPU, 0 to 1
 * @param pressureIo the same for files and disks
 * @param pressureMemory the same for memory
 * @param gaugeMs CPU time of what the agent's own thread does once in each run, which shows how slow the CPU was; in a short run
 *     that of main's thread until main
 * @param lookUs CPU time in microseconds of one of that thread's looks at the heap, of which there are ten in a second: how slow
 *     the CPU was in the first 6 s. Null in runs of less than about a second
 * @param gaugeId of both works: equal where agent, JDK and configuration are
 */
public record Contention(
        @Nullable Double threadCpuMs,
        @Nullable Double cpuWaitMs,
        @Nullable Double jvmCpuMs,
        @Nullable Double stealMs,
        @Nullable Double machineBusy,
        @Nullable Double throttledCpuMs,
        @Nullable Double pressureCpu,
        @Nullable Double pressureIo,
        @Nullable Double pressureMemory,
        @Nullable Double gaugeMs,
        @Nullable Double lookUs,
        @Nullable String gaugeId) {
    /** Without a gauge. */
    public Contention(
            @Nullable Double threadCpuMs,
            @Nullable Double cpuWaitMs,
            @Nullable Double jvmCpuMs,
            @Nullable Double stealMs,
            @Nullable Double machineBusy,
            @Nullable Double throttledCpuMs,
            @Nullable Double pressureCpu,
            @Nullable Double pressureIo,
            @Nullable Double pressureMemory) {
        this(
                threadCpuMs,
                cpuWaitMs,
                jvmCpuMs,
                stealMs,
                machineBusy,
                throttledCpuMs,
                pressureCpu,
                pressureIo,
                pressureMemory,
                null,
                null,
                null);
    }

    /** The same with that gauge. */
    public Contention gauged(double ms, @Nullable Double ofLookUs, String id) {
        return new Contention(
                threadCpuMs,
                cpuWaitMs,
                jvmCpuMs,
                stealMs,
                machineBusy,
                throttledCpuMs,
                pressureCpu,
                pressureIo,
                pressureMemory,
                ms,
                ofLookUs,
                id);
    }

    /** Nothing is known, which is always so outside Linux. */
    public static final Contention UNKNOWN = new Contention(null, null, null, null, null, null, null, null, null);
}
