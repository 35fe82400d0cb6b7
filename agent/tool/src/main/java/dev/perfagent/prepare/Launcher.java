package dev.perfagent.prepare;

import java.io.IOException;

/** Starts commands. */
public interface Launcher {
    /**
     * Runs a command to its end; it reads and writes what we read and write.
     *
     * @param aside whether its standard output goes to our standard error, because ours is needed for a result
     * @return its exit code
     * @throws IOException when it cannot be started
     */
    int run(MeasuredCommand command, boolean aside) throws IOException;
}
