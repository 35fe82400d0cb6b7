package dev.perfagent.optimize;

/**
 * What one cause took in the runs of one command, added up.
 *
 * @param runs in how many runs it was found
 * @param count how often: requests, misses, starts, collections, as the cause has it
 * @param requests that would have been spared
 * @param ms that would have been spared at most: what overlaps, such as requests at the same time, is added up
 */
record Waste(long runs, long count, long requests, double ms) {
    static final Waste NONE = new Waste(0, 0, 0, 0);

    static Waste ofRun(long count, long requests, double ms) {
        return new Waste(1, count, requests, Double.isFinite(ms) && ms > 0 ? ms : 0);
    }

    Waste plus(Waste other) {
        return new Waste(runs + other.runs, count + other.count, requests + other.requests, ms + other.ms);
    }
}
