package dev.perfagent.record;

/** Peak and average of the heap in use over the moments it was looked at. Safe for concurrent use. */
final class HeapWatch {
    private long peak;
    private double sum;
    private long samples;

    synchronized void seen(long bytes) {
        peak = Math.max(peak, bytes);
        sum += bytes;
        samples++;
    }

    synchronized long peakBytes() {
        return peak;
    }

    synchronized double averageBytes() {
        return samples == 0 ? 0 : sum / samples;
    }
}
