package dev.perfagent.cli.view.scope;

import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.tally.CommandName;

/** Which command an object is about. */
public record CommandJson(String application, String command) implements RecordJson.Inline {
    public static CommandJson of(CommandName name) {
        return new CommandJson(name.application(), name.command());
    }
}
