package org.example;

/** Makes garbage, and waits for a lock that another thread has. */
public final class Waits {
    private static final Object LOCK = new Object();
    private static final int PIECES = 2_000;
    private static final int PIECE = 64 * 1024;

    private static volatile byte[] last = new byte[0];

    private Waits() {}

    public static void main(String[] arguments) throws InterruptedException {
        allocate();
        java.util.concurrent.CountDownLatch held = new java.util.concurrent.CountDownLatch(1);
        Thread main = Thread.currentThread();
        Thread holder = new Thread(() -> hold(held, main), "holder");
        holder.start();
        held.await();
        contend();
        holder.join();
        System.out.println(last.length > 0 ? "done" : "nothing done");
    }

    private static void allocate() {
        for (int i = 0; i < PIECES; i++) {
            last = new byte[PIECE];
        }
    }

    private static void contend() {
        synchronized (LOCK) {
            last = new byte[1];
        }
    }

    /** Keeps the lock until the other thread waits for it, and 100 ms more. */
    private static void hold(java.util.concurrent.CountDownLatch held, Thread other) {
        synchronized (LOCK) {
            held.countDown();
            while (other.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }
}
