package dev.perfagent.record;

/**
 * Peak and average of the heap in use, by the moments it was looked at. The average is over time, so that it does not depend on
 * how often one looks: between two moments, the heap counts as the mean of both. Safe for concurrent use.
 */
final class HeapWatch {
    private long peak;
    private double byteNanos;
    private long nanos;
    private long last;
    private long lastNanos;
    private boolean isBegun;

    synchronized void seen(long bytes, long now) {
        peak = Math.max(peak, bytes);
        if (isBegun) {
            long passed = Math.max(0, now - lastNanos); // two threads may look at once
            byteNanos += (last + bytes) / 2.0 * passed;
            nanos += passed;
        }
        isBegun = true;
        last = bytes;
        lastNanos = now;
    }

    synchronized long peakBytes() {
        return peak;
    }

    synchronized double averageBytes() {
        return nanos == 0 ? last : byteNanos / nanos;
    }
}
