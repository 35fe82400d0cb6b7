package dev.perfagent.cli.command;

import dev.perfagent.cli.option.CommonOptions;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Safe;
import dev.perfagent.history.Liveness;
import dev.perfagent.prepare.Launcher;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a command gets from outside.
 *
 * @param clock tells the time and the zone in which times are told
 * @param agentJar the jar we came in, which is the agent; null when we came in none
 * @param common filled in when the command line is read
 */
public record Session(
        Output out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        Liveness liveness,
        @Nullable Path agentJar,
        Launcher launcher,
        CommonOptions common) {
    Path home() {
        return common.home(environment);
    }

    /** Tells a person something beside the result. */
    public void tell(String message) {
        for (String line : message.split("\n", -1)) {
            err.println(Safe.text(line));
        }
    }
}
