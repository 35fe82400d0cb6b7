package dev.perfagent.cli.option;

import dev.perfagent.journal.Home;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command understands. */
@Command(addMethodSubcommands = false)
public final class CommonOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where perf-agent keeps its data; by default PERF_AGENT_HOME or the platform's state folder.")
    private @Nullable String home;

    @Option(
            names = FormatOption.NAME,
            paramLabel = "FORM",
            converter = FormatConverter.class,
            completionCandidates = FormatConverter.class,
            scope = ScopeType.INHERIT,
            description = "Output format; each command's --help lists its formats.")
    private @Nullable Format format;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // declares the option; picocli acts on it
    private boolean help;

    /** Sets {@code --home}, where no command line is read. */
    public void setHome(String folder) {
        home = folder;
    }

    /** Where the data is. */
    public Path home(Map<String, String> environment) {
        return Home.resolve(home, environment).folder().toPath();
    }

    /** Where the data is when the command line does not say. */
    public static Path standardHome(Map<String, String> environment) {
        return Home.resolve(null, environment).folder().toPath();
    }

    /** Whether it was given on the command line where the data is. */
    public boolean isHomeGiven() {
        return home != null;
    }

    /** In which form the output is wanted. */
    public Format format() {
        return format == null ? Format.TEXT : format;
    }

    /** Whether the form of the output was given on the command line. */
    boolean isFormatGiven() {
        return format != null;
    }

    /** Whether programs read the output. */
    public boolean isJson() {
        return format == Format.JSON;
    }
}
