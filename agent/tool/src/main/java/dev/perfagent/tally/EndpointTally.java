package dev.perfagent.tally;

import dev.perfagent.run.Endpoint;
import java.util.Map;

/** The requests of timed runs to one endpoint, added up. */
public final class EndpointTally {
    private static final int FIRST_FAILURE = 400;

    private long runs;
    private long requests;
    private double ms;
    private double maxMs;
    private long failures;
    private long bytes;

    void add(Endpoint endpoint) {
        runs++;
        requests += endpoint.count();
        ms += Double.isNaN(endpoint.ms()) ? 0 : endpoint.ms();
        maxMs = Math.max(maxMs, Double.isNaN(endpoint.maxMs()) ? 0 : endpoint.maxMs());
        Long size = endpoint.bytes();
        bytes += size == null ? 0 : size;
        for (Map.Entry<Integer, Long> status : endpoint.status().entrySet()) {
            failures += status.getKey() >= FIRST_FAILURE ? status.getValue() : 0;
        }
    }

    void addAll(EndpointTally other) {
        runs += other.runs;
        requests += other.requests;
        ms += other.ms;
        maxMs = Math.max(maxMs, other.maxMs);
        failures += other.failures;
        bytes += other.bytes;
    }

    /** Of how many runs. */
    public long runs() {
        return runs;
    }

    public long requests() {
        return requests;
    }

    /** From sending to the answer's headers, summed; of requests at the same time each counts. */
    public double ms() {
        return ms;
    }

    /** The slowest. */
    public double maxMs() {
        return maxMs;
    }

    /** Answers of status 400 and above. */
    public long failures() {
        return failures;
    }

    /** Of bodies, as far as answers say. */
    public long bytes() {
        return bytes;
    }
}
