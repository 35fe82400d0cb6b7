package dev.perfagent.benchmark;

import java.io.IOException;
import java.util.List;

/** Starts programs and times them. */
public interface Starter {
    /**
     * Runs a command to its end.
     *
     * @param number see {@link Measurement#number}
     * @throws IOException when it cannot be started
     */
    Measurement run(TimedCommand command, int number) throws IOException;

    /**
     * Runs something that belongs to the benchmark and is not timed.
     *
     * @return its exit code
     * @throws IOException when it cannot be started
     */
    int step(List<String> words) throws IOException;
}
