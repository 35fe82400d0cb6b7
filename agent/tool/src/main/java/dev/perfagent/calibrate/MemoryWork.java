package dev.perfagent.calibrate;

import java.io.IOException;

/** Copies 16 MB piece by piece: more than most caches of a core hold. */
final class MemoryWork implements Work {
    private static final int BYTES = 16 * 1024 * 1024;
    private static final int PIECE = 1024 * 1024;
    private static final int PIECES = 16;

    private final byte[] from = new byte[BYTES];
    private final byte[] to = new byte[BYTES];
    private int next;

    @Override
    public SystemMeasure measure() {
        return SystemMeasure.MEMORY_COPY;
    }

    @Override
    public double round() throws IOException, InterruptedException {
        return PIECE / BYTES_A_MB * NANOS_A_SECOND / Pieces.nanos(PIECES, this::copy);
    }

    private void copy() {
        System.arraycopy(from, next, to, next, PIECE);
        next = (next + PIECE) % BYTES;
    }
}
