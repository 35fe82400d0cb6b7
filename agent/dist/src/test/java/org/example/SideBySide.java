package org.example;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Does work that keeps memory on several threads: at once, or one after the other. */
public final class SideBySide {
    private static final int THREADS = 4;
    private static final int BYTES = 4 << 20;

    /** Reached by all, so that it is still there at the end. */
    private static final List<byte[]> KEPT = new ArrayList<>();

    private SideBySide() {}

    /** Takes {@code platform} or {@code virtual}, and then what to do: {@code at-once}, {@code in-turn}. */
    public static void main(String[] arguments) throws Exception {
        for (int i = 1; i < arguments.length; i++) {
            boolean atOnce = arguments[i].equals("at-once");
            CyclicBarrier barrier = new CyclicBarrier(atOnce ? THREADS : 1);
            List<Thread> threads = new ArrayList<>();
            for (int n = 0; n < THREADS; n++) {
                Thread thread = started(arguments[0], atOnce ? () -> crowded(barrier) : SideBySide::lonely);
                threads.add(thread);
                if (!atOnce) {
                    thread.join();
                }
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.println("kept " + KEPT.size());
    }

    /** A phase, with another one inside. */
    static void crowded(CyclicBarrier barrier) {
        meet(barrier);
        inner();
        meet(barrier);
    }

    /** A phase inside another one. */
    static void inner() {
        keep();
    }

    /** A phase that only one thread is in. */
    static void lonely() {
        keep();
    }

    private static void keep() {
        byte[] block = new byte[BYTES];
        synchronized (KEPT) {
            KEPT.add(block);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** By name, because JDK 17 has no virtual threads. */
    private static Thread started(String kind, Runnable work) throws ReflectiveOperationException {
        if (kind.equals("virtual")) {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
        }
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }
}
