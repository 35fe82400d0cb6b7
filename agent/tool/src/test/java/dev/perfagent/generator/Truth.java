package dev.perfagent.generator;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a generated history holds.
 *
 * @param runs complete records, of all outcomes
 * @param killed those of them that were killed
 * @param failed those of them that ended with an error
 * @param cold those of them in which classes were woven
 * @param malformed lines that are no complete run
 * @param newer lines of a later schema
 * @param bytes size of all files
 * @param commands runs by command
 * @param totalMs sum of {@code total_ms} by command, of all outcomes, as written (three decimals)
 */
public record Truth(
        long runs,
        long killed,
        long failed,
        long cold,
        long malformed,
        long newer,
        long bytes,
        Map<String, Long> commands,
        Map<String, Double> totalMs) {
    /** Counts while a history is written. */
    static final class Count {
        long runs;
        long killed;
        long failed;
        long cold;
        long malformed;
        long newer;
        long bytes;
        final Map<String, Long> commands = new TreeMap<>();
        final Map<String, Double> totalMs = new TreeMap<>();

        Truth truth() {
            return new Truth(runs, killed, failed, cold, malformed, newer, bytes, commands, totalMs);
        }
    }
}
