package dev.perfagent.cli.option;

import dev.perfagent.analysis.Scope;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which runs a report is about. */
public final class SelectionOptions {
    @Option(
            names = "--timeframe",
            paramLabel = "TIME",
            description = "Only runs of that time: " + TimeframeConverter.FORMS + "; by default the whole history.")
    private TimeRange timeframe = TimeRange.ALL;

    @Option(names = "--command", paramLabel = "NAME", description = "Only runs of this command.")
    private @Nullable String command;

    @Option(names = "--application", paramLabel = "NAME", description = "Only runs of this application.")
    private @Nullable String application;

    /** The same for reading the history. */
    public RunSelection selection() {
        return RunSelection.ALL.in(timeframe).ofApplication(application).ofCommand(command);
    }

    /** The same for telling it. */
    public Scope scope(Instant now) {
        return new Scope(now, timeframe.from(), timeframe.to(), application, command);
    }
}
