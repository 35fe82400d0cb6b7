package dev.perfagent.cli.command;

import dev.perfagent.cli.option.CommonOptions;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.session.Session;
import dev.perfagent.history.SystemLiveness;
import dev.perfagent.prepare.ConsoleLauncher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The commands of the tool, each before those below it. */
final class AllCommands {
    private AllCommands() {}

    static List<CommandLine> list() {
        Session session = new Session(
                new Output(new ByteArrayOutputStream(), StandardCharsets.UTF_8, ToolRun.UNICODE),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Map.of(),
                ToolRun.CLOCK,
                new SystemLiveness(Path.of("/proc")),
                null,
                new ConsoleLauncher(System.err),
                new CommonOptions());
        List<CommandLine> found = new ArrayList<>();
        addTo(found, PerfAgentCommand.of(session));
        return found;
    }

    private static void addTo(List<CommandLine> found, CommandLine command) {
        found.add(command);
        command.getSubcommands().values().forEach(below -> addTo(found, below));
    }

    /** As it is typed; empty for the tool itself. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().replaceFirst("^perf-agent ?", "");
    }
}
