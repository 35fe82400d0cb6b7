package dev.perfagent.cli.option;

import dev.perfagent.analysis.Scope;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which runs a command looks at, over a time; a mixin. */
public final class SelectionOptions {
    @Option(
            names = "--timeframe",
            paramLabel = "TIME",
            description = "Only runs of that time: " + TimeframeConverter.FORMS + "; by default the whole history.")
    private TimeRange timeframe = TimeRange.ALL;

    @Mixin
    private final NameOptions names = new NameOptions();

    /** The same for reading the history. */
    public RunSelection selection() {
        return RunSelection.ALL.in(timeframe).ofApplication(names.application()).ofCommand(names.command());
    }

    /** The same for telling it. */
    public Scope scope(Instant now) {
        return new Scope(now, timeframe.from(), timeframe.to(), names.application(), names.command());
    }
}
