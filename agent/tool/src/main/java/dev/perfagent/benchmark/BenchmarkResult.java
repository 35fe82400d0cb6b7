package dev.perfagent.benchmark;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark found out.
 *
 * @param session its id, which the records of its runs carry
 * @param end why it ended
 * @param commands in the order in which they were given
 * @param pairs the commands after the first one, compared with it
 */
public record BenchmarkResult(
        String session, Instant start, SessionEnd end, List<CommandResult> commands, List<PairResult> pairs) {
    public BenchmarkResult {
        commands = List.copyOf(commands);
        pairs = List.copyOf(pairs);
    }

    /** Of the application that was measured, where the agent recorded it. */
    public @Nullable String version() {
        return commands.get(0).version();
    }
}
