package org.example;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;

/** Wastes time in the way that its argument names, and prints how much by its own measure. */
public final class Squander {
    private static final int KEPT = 200_000;
    private static final int AT_LEAST_MS = 150;
    private static final int STARTS = 6;
    private static final long NANOS_PER_MS = 1_000_000;

    private Squander() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "heap" -> heap();
            case "starts" -> starts(STARTS);
            case "one-start" -> starts(1);
            default -> Thread.sleep(5);
        }
    }

    /** Keeps much of a small heap, and throws the rest away, until a quarter of the JVM's time was spent on that. */
    private static void heap() {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        Object[] kept = new Object[KEPT];
        int next = 0;
        while (collecting() < Math.max(AT_LEAST_MS, runtime.getUptime() / 4)) {
            for (int i = 0; i < KEPT; i++) {
                kept[next++ % KEPT] = new byte[16];
            }
        }
        System.out.println("ms=" + collecting());
    }

    private static long collecting() {
        long ms = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ms += collector.getCollectionTime();
        }
        return ms;
    }

    private static void starts(int count) throws Exception {
        long from = System.nanoTime();
        for (int i = 0; i < count; i++) {
            new ProcessBuilder("sleep", "0.03").start().waitFor();
        }
        System.out.println("ms=" + (System.nanoTime() - from) / NANOS_PER_MS);
    }
}
