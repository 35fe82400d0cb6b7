package dev.perfagent.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether and where runs are sent; a mixin. */
@Command(addMethodSubcommands = false)
public final class PushOptions {
    @Option(
            names = "--push",
            description = "Send the runs to the service instead of writing them, each run once. Keys are read from the"
                    + " environment only: DD_API_KEY, NEW_RELIC_LICENSE_KEY, OTEL_EXPORTER_OTLP_HEADERS,"
                    + " INFLUX_TOKEN.")
    private boolean push;

    @Option(names = "--dry-run", description = "With --push: only report what would be sent.")
    private boolean dryRun;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "With --push: the address of the service, if it is not the usual one.")
    private @Nullable String endpoint;

    public boolean isPush() {
        return push;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Null for the usual one. */
    public @Nullable String endpoint() {
        return endpoint;
    }

    /** Whether what only a push needs was given. */
    public boolean isMoreGiven() {
        return dryRun || endpoint != null;
    }
}
