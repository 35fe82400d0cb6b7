package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.WordConverter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a script that completes command lines. */
@Command(
        name = "completion",
        header = "Writes a script with which the shell completes commands and options.",
        description = {"", "The shell completes the name perf-agent; make it one first, as the examples do."},
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
    public Integer call() {
        session.out().file(AutoComplete.bash("perf-agent", spec.root().commandLine()));
        return ExitCode.FINE;
    }
}
