package dev.perfagent.benchmark;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark is to do.
 *
 * @param commands those to time; the first one is what the others are compared with
 * @param compared whether the commands do the same in different ways, so that it makes sense to compare them
 * @param warmups how often each command runs before it is timed
 * @param iterations how often each command is timed; null until it is known well enough
 * @param precision how far the interval may reach from its middle, as a part of it
 * @param maxTime after which no further block begins
 * @param ignoreFailure whether a command may end with another exit code than 0
 */
public record BenchmarkPlan(
        List<TimedCommand> commands,
        boolean compared,
        int warmups,
        @Nullable Integer iterations,
        double precision,
        Duration maxTime,
        boolean ignoreFailure,
        Steps steps) {
    public BenchmarkPlan {
        commands = List.copyOf(commands);
        if (commands.isEmpty() || warmups < 0 || !(precision > 0) || iterations != null && iterations < 1) {
            throw new IllegalArgumentException("a benchmark that makes no sense");
        }
    }

    /**
     * What runs around the commands, and is not timed; each is empty for nothing.
     *
     * @param setup once before all
     * @param prepare before each run
     * @param conclude after each run
     * @param cleanup once after all
     */
    public record Steps(List<String> setup, List<String> prepare, List<String> conclude, List<String> cleanup) {
        /** Nothing. */
        public static final Steps NONE = new Steps(List.of(), List.of(), List.of(), List.of());

        public Steps {
            setup = List.copyOf(setup);
            prepare = List.copyOf(prepare);
            conclude = List.copyOf(conclude);
            cleanup = List.copyOf(cleanup);
        }
    }
}
