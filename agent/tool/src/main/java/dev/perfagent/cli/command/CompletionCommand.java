package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.WordConverter;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a script that completes command lines. */
@Command(
        name = "completion",
        addMethodSubcommands = false,
        header = "Writes a script with which the shell completes commands, options and recorded names.",
        description = {
            "",
            "It completes a command named perf-agent; define one first, as in the examples. Run ids, "
                    + "commands, applications, versions, baselines and plans are those of the newest days in "
                    + "perf-agent's folder."
        },
        footer = {
            "",
            "Examples, the last two for ~/.bashrc or ~/.zshrc:",
            "  java -jar perf-agent.jar completion zsh > perf-agent-completion",
            "  perf-agent() { java -jar /opt/perf-agent.jar \"$@\"; }",
            "  source <(perf-agent completion bash)"
        })
final class CompletionCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Parameters(
            paramLabel = "bash|zsh",
            converter = ShellConverter.class,
            completionCandidates = ShellConverter.class,
            description = "The shell; one script serves both.")
    @SuppressWarnings("UnusedVariable") // the script finds out by itself in which shell it is
    private String shell = "bash";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CompletionCommand(Session session) {
        this.session = session;
    }

    /** Reads the shell's name. */
    static final class ShellConverter extends WordConverter<String> {
        ShellConverter() {
            super(List.of("bash", "zsh"), shell -> shell);
        }
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT);
    }

    @Override
    public Integer call() throws IOException {
        CommandLine root = spec.root().commandLine();
        session.out().file(AutoComplete.bash("perf-agent", root));
        session.out().file(names(root));
        return ExitCode.FINE;
    }

    /** The part that picocli does not have: values that only the recorded data has. */
    private static String names(CommandLine root) throws IOException {
        Set<String> options = new TreeSet<>();
        Set<String> paths = new TreeSet<>();
        collect(root, "", options, paths);
        try (InputStream script = CompletionCommand.class.getResourceAsStream("completion.bash")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@VALUE_OPTIONS@", String.join(" ", options))
                    .replace("@COMMANDS@", String.join(" ", paths));
        }
    }

    private static void collect(CommandLine command, String path, Set<String> options, Set<String> paths) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (option.arity().max() > 0) {
                options.addAll(List.of(option.names()));
            }
        }
        command.getSubcommands().forEach((name, below) -> {
            paths.add(path + name);
            collect(below, path + name + "/", options, paths);
        });
    }
}
