package org.example;

/** Works for some time on a CPU, and sleeps for some. */
public final class Busy {
    private Busy() {}

    /** Milliseconds of CPU time of this thread, then milliseconds of sleep. */
    public static void main(String[] arguments) throws InterruptedException {
        java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long until = threads.getCurrentThreadCpuTime() + Long.parseLong(arguments[0]) * 1_000_000;
        double result = 0;
        while (threads.getCurrentThreadCpuTime() < until) {
            for (int i = 0; i < 10_000; i++) {
                result += Math.sqrt(i);
            }
        }
        Thread.sleep(Long.parseLong(arguments[1]));
        System.out.println(result > 0 ? "done" : "nothing done");
    }
}
