package dev.perfagent.cli.output;

import dev.perfagent.analysis.CommandName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What commands are called in a report: where all are of one application, the title names it and they go without. */
final class CommandLabels {
    private final Set<String> applications;

    CommandLabels(Collection<CommandName> commands) {
        this.applications = commands.stream().map(CommandName::application).collect(Collectors.toSet());
    }

    /** The one application; empty when there are several. */
    String application() {
        return applications.size() == 1 ? List.copyOf(applications).get(0) : "";
    }

    String of(CommandName name) {
        return applications.size() == 1 && !name.command().isEmpty()
                ? name.command()
                : RunWords.commandLine(name.application(), name.command());
    }
}
