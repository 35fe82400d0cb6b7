package dev.perfagent.tally;

import dev.perfagent.run.Operation;

/** The calls of one API operation in timed runs, added up. */
public final class OperationTally {
    private long requests;
    private double ms;

    void add(Operation operation) {
        requests += operation.requests();
        ms += Double.isNaN(operation.ms()) ? 0 : operation.ms();
    }

    void addAll(OperationTally other) {
        requests += other.requests;
        ms += other.ms;
    }

    /** Requests sent inside it. */
    public long requests() {
        return requests;
    }

    /** Time in it, summed over threads. */
    public double ms() {
        return ms;
    }
}
