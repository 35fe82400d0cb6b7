package dev.perfagent.cli.command;

import dev.perfagent.cli.option.CommonOptions;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Safe;
import dev.perfagent.history.Liveness;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * All that a command gets from outside.
 *
 * @param clock tells the time and the zone in which times are told
 * @param common filled in when the command line is read
 */
public record Session(
        Output out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        Liveness liveness,
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
