package dev.perfagent.calibrate;

import java.io.IOException;

/** A fixed amount of work, which is done once a round. */
interface Work extends AutoCloseable {
    double NANOS_A_SECOND = 1e9;
    double BYTES_A_MB = 1024 * 1024;

    SystemMeasure measure();

    /** Does it, and returns how fast it was, in the unit of the measure. */
    double round() throws IOException, InterruptedException;

    /** What one has to know of how it was done; empty for nothing. */
    default String note() {
        return "";
    }

    /** Leaves nothing behind. */
    @Override
    default void close() throws IOException {}
}
