package dev.perfagent.dist;

import dev.perfagent.dist.fuzz.ToolInJar;
import java.util.List;
import java.util.Map;

/**
 * The tool of the shipped jar inside the JVM of the tests, one for all of them: for tests that only look at what it shows. A JVM
 * of its own for each look would cost half a second; what a process does itself (start, exit, signals, encoding, terminal) is
 * tested with one.
 */
final class ToolHere {
    private static final ToolInJar TOOL = open();

    private ToolHere() {}

    /** Runs a command on that home. */
    static ToolInJar.Ended run(AgentHome home, String... command) {
        try {
            return TOOL.run(
                    List.of(command), Map.of("PERF_AGENT_HOME", home.folder().toString()));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static ToolInJar open() {
        try {
            return new ToolInJar(Jvm.AGENT);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
