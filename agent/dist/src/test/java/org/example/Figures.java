package org.example;

import java.io.File;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/** Prints what the JVM itself says of its start, its classes, its collections and its compilers. */
public final class Figures {
    private static final int MB = 1024 * 1024;
    private static final int KEPT_MB = 32;
    private static final int MORE_MB = 96;
    private static final int THROWN_AWAY_MB = 64;
    private static final int COLLECTIONS = 3;
    private static final long PERIOD_NANOS = 5_000_000;

    private static final long INITIALISED_AT = System.currentTimeMillis();

    private static volatile Object kept = "";

    private Figures() {}

    /** Its argument is the folder with the start marker, which the agent writes once more each second. */
    public static void main(String[] arguments) {
        InMain.load();
        HeapCurve curve = new HeapCurve();
        kept = new byte[KEPT_MB * MB];
        curve.awaitMarker(new File(arguments[0]));
        kept = new Object[] {kept, new byte[MORE_MB * MB]};
        curve.awaitMarker(new File(arguments[0]));
        kept = ((Object[]) kept)[0];
        allocates();
        collects();
        curve.say();
        // When the JVM was ready, which is later than its start.
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println("initialised=" + (INITIALISED_AT - start));
        System.out.println(
                "classes=" + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        System.out.println("jit=" + ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
        long count = 0;
        long time = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            count += collector.getCollectionCount();
            time += collector.getCollectionTime();
        }
        System.out.println("collections=" + count);
        System.out.println("collecting=" + time);
    }

    /** That it is loaded shows that main runs. */
    private static final class InMain {
        static void load() {}
    }

    /** The heap in use, added up over time as the agent should. */
    private static final class HeapCurve {
        private final long from = System.nanoTime();
        private double mbNanos;
        private double mb = used();
        private long at = from;
        private double peakMb;

        private static double used() {
            Runtime runtime = Runtime.getRuntime();
            return (double) (runtime.totalMemory() - runtime.freeMemory()) / MB;
        }

        private void look() {
            double now = used();
            long time = System.nanoTime();
            mbNanos += (mb + now) / 2 * (time - at);
            mb = now;
            at = time;
            peakMb = Math.max(peakMb, now);
        }

        void awaitMarker(File folder) {
            long first = 0;
            look();
            while (true) {
                File[] files = folder.listFiles();
                long now = files == null || files.length == 0 ? 0 : files[0].lastModified();
                look();
                if (first != 0 && now > first) {
                    return;
                }
                first = first == 0 ? now : first;
                LockSupport.parkNanos(PERIOD_NANOS);
            }
        }

        void say() {
            look();
            System.out.println("average=" + Math.round(mbNanos / (at - from)));
            System.out.println("peak=" + Math.round(peakMb));
        }
    }

    static void allocates() {
        for (int i = 0; i < THROWN_AWAY_MB; i++) {
            kept = new Object[] {kept instanceof Object[] pair ? pair[0] : kept, new byte[MB]};
        }
    }

    static void collects() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
    }
}
