package dev.perfagent.cli.option;

import java.io.File;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where the configuration is; a mixin. */
@Command(addMethodSubcommands = false)
public final class ConfigOption {
    private static final String VARIABLE = "PERF_AGENT_CONFIG";

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "A folder with instrumentation.yml, benchmarks.yml and alerts.yml; by default " + VARIABLE
                    + ", else none.")
    private @Nullable File given;

    /** As it is on the command line; null when it is not. */
    public @Nullable File given() {
        return given;
    }

    /** The folder to read; null for none. */
    public @Nullable File folder(Map<String, String> environment) {
        String stated = environment.get(VARIABLE);
        return given != null || stated == null || stated.isBlank() ? given : new File(stated);
    }
}
