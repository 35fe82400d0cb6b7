package dev.perfagent.record;

import dev.perfagent.machine.ProcessStat;

/** Ids that sort by start time and do not meet, without the 20 ms of a cold SecureRandom. */
final class ExecutionId {
    private static final int TIME_DIGITS = 12;
    private static final int CHANCE_DIGITS = 12;
    private static final String ZEROS = "000000000000";

    /** Differs between processes, also between two of the same id on machines that share a history. */
    private static final long PROCESS = process();

    private ExecutionId() {}

    /** Twelve hex digits of the start in milliseconds, a hyphen, twelve that keep starts of one millisecond apart. */
    static String of(long startMillis, long startNanos) {
        return digits(startMillis, TIME_DIGITS) + '-' + digits(mix(startNanos ^ PROCESS), CHANCE_DIGITS);
    }

    /** The kernel's random placement of the JVM shows in no Java value; its clock, process id and start time do. */
    private static long process() {
        ProcessStat stat = ProcessStat.now();
        long known = stat == null ? 0 : stat.pid() << 32 ^ stat.startTicks();
        return mix(known) ^ mix(System.nanoTime());
    }

    /** Finaliser of SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014). */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    private static String digits(long value, int count) {
        String hex = Long.toHexString(value & (1L << count * 4) - 1);
        return ZEROS.substring(0, count - hex.length()) + hex;
    }
}
