package dev.perfagent.calibrate;

/** Copies more than fits into the caches of a CPU. */
final class MemoryWork implements Work {
    private static final int BYTES = 16 * 1024 * 1024;
    private static final int COPIES = 8;

    private final byte[] from = new byte[BYTES];
    private final byte[] to = new byte[BYTES];

    @Override
    public SystemMeasure measure() {
        return SystemMeasure.MEMORY_COPY;
    }

    @Override
    public double round() {
        long start = System.nanoTime();
        for (int i = 0; i < COPIES; i++) {
            System.arraycopy(i % 2 == 0 ? from : to, 0, i % 2 == 0 ? to : from, 0, BYTES);
        }
        return BYTES / BYTES_A_MB * COPIES * NANOS_A_SECOND / (System.nanoTime() - start);
    }
}
