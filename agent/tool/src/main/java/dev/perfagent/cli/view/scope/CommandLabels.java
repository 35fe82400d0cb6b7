package dev.perfagent.cli.view.scope;

import dev.perfagent.cli.view.run.RunWords;
import dev.perfagent.tally.CommandName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What commands are called in a report: where all are of one application, the title names it and they go without. */
public final class CommandLabels {
    private final Set<String> applications;

    public CommandLabels(Collection<CommandName> commands) {
        this.applications = commands.stream().map(CommandName::application).collect(Collectors.toSet());
    }

    /** The one application; empty when there are several. */
    String application() {
        return applications.size() == 1 ? List.copyOf(applications).get(0) : "";
    }

    public String of(CommandName name) {
        return applications.size() == 1 && !name.command().isEmpty()
                ? name.command()
                : RunWords.commandLine(name.application(), name.command());
    }
}
