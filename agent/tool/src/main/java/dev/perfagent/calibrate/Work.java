package dev.perfagent.calibrate;

import java.io.IOException;

/** A fixed amount of work, which is done once a round. */
interface Work extends AutoCloseable {
    double NANOS_A_SECOND = 1e9;
    double BYTES_A_MB = 1024 * 1024;

    SystemMeasure measure();

    /** Does it, and returns how fast it was, in the unit of the measure. */
    double round() throws IOException, InterruptedException;

    /** The largest part of the longest time that all its rounds may take, so that a slow disk leaves time for the others. */
    default double share() {
        return 0.15;
    }

    /** What one has to know of how it was done; empty for nothing. */
    default String note() {
        return "";
    }

    /** Leaves nothing behind. */
    @Override
    default void close() throws IOException {}
}
