package org.example;

/** Works for some time on a CPU, and sleeps for some or waits for a server. */
public final class Busy {
    private static final String LOCK = "lock:";
    private static final String SHELL = "shell:";

    private Busy() {}

    /**
     * Milliseconds of CPU time of this thread, then what it waits for: milliseconds of sleep, for how long another thread keeps a
     * lock as "lock:9", how far a shell counts as "shell:9", or the port of a server on this machine as ":80". A third argument
     * is the number of threads that do the work instead, each that much.
     */
    public static void main(String[] arguments) throws Exception {
        long workMs = Long.parseLong(arguments[0]);
        double result = arguments.length > 2 ? share(workMs, Integer.parseInt(arguments[2])) : work(workMs);
        if (arguments[1].startsWith(":")) {
            ask(Integer.parseInt(arguments[1].substring(1)));
        } else if (arguments[1].startsWith(LOCK)) {
            awaitLock(Long.parseLong(arguments[1].substring(LOCK.length())));
        } else if (arguments[1].startsWith(SHELL)) {
            awaitShell(arguments[1].substring(SHELL.length()));
        } else {
            rest(Long.parseLong(arguments[1]));
        }
        System.out.println(result > 0 ? "done" : "nothing done");
    }

    private static void awaitLock(long ms) throws InterruptedException {
        java.util.concurrent.CountDownLatch isTaken = new java.util.concurrent.CountDownLatch(1);
        Object lock = new Object();
        Thread owner = new Thread(() -> {
            synchronized (lock) {
                isTaken.countDown();
                java.util.concurrent.locks.LockSupport.parkNanos(ms * 1_000_000);
            }
        });
        owner.start();
        isTaken.await();
        synchronized (lock) {
            isTaken.countDown();
        }
    }

    private static void awaitShell(String last) throws Exception {
        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt " + last + " ]; do i=$((i+1)); done")
                .start()
                .waitFor();
    }

    private static double share(long ms, int threads) throws Exception {
        java.util.concurrent.ExecutorService workers = java.util.concurrent.Executors.newFixedThreadPool(threads);
        java.util.concurrent.Callable<Double> work = () -> work(ms);
        double result = 0;
        for (java.util.concurrent.Future<Double> done :
                workers.invokeAll(java.util.Collections.nCopies(threads, work))) {
            result += done.get();
        }
        workers.shutdown();
        return result;
    }

    private static double work(long ms) {
        java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long until = threads.getCurrentThreadCpuTime() + ms * 1_000_000;
        double result = 0;
        while (threads.getCurrentThreadCpuTime() < until) {
            for (int i = 0; i < 10_000; i++) {
                result += Math.sqrt(i);
            }
        }
        return result;
    }

    /** By a plain socket: an HTTP client would use more CPU time than all the rest. */
    private static void ask(int port) throws java.io.IOException {
        try (java.net.Socket socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    private static void rest(long ms) throws InterruptedException {
        Thread.sleep(ms);
    }
}
