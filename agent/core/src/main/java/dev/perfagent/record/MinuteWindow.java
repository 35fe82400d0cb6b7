package dev.perfagent.record;

/** How much there was at most within any 60 seconds, to the second. Guarded by its owner. */
final class MinuteWindow {
    private static final int SECONDS = 60;
    private static final long NANOS = 1_000_000_000L;

    private final int[] bySecond = new int[SECONDS];
    private long second = Long.MIN_VALUE;
    private long sum;
    private long most;

    void add(long nanos, int amount) {
        long now = nanos / NANOS;
        if (second == Long.MIN_VALUE || now - second >= SECONDS) {
            for (int i = 0; i < SECONDS; i++) {
                bySecond[i] = 0;
            }
            sum = 0;
            second = now;
        }
        while (second < now) {
            second++;
            int at = (int) Math.floorMod(second, (long) SECONDS);
            sum -= bySecond[at];
            bySecond[at] = 0;
        }
        bySecond[(int) Math.floorMod(second, (long) SECONDS)] += amount;
        sum += amount;
        most = Math.max(most, sum);
    }

    long most() {
        return most;
    }
}
