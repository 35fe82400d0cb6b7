package dev.perfagent.prepare.start;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Starts programs to see how they end. */
interface ProgramRunner {
    /**
     * Runs one with empty standard input, and keeps what it prints.
     *
     * @throws IOException if it cannot be started
     */
    ProgramRun run(List<String> words, Map<String, String> environment) throws IOException;

    /** Options of a JVM that leaves nothing behind where it runs, however it ends. */
    List<String> options();
}
