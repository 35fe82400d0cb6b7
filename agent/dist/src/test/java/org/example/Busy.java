package org.example;

/** Works for some time on a CPU, and sleeps for some. */
public final class Busy {
    private Busy() {}

    /** Milliseconds of CPU time of this thread, then milliseconds of sleep. */
    public static void main(String[] arguments) throws InterruptedException {
        double result = work(Long.parseLong(arguments[0]));
        rest(Long.parseLong(arguments[1]));
        System.out.println(result > 0 ? "done" : "nothing done");
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

    private static void rest(long ms) throws InterruptedException {
        Thread.sleep(ms);
    }
}
