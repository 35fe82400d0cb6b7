package dev.perfagent.cli.option;

import dev.perfagent.analysis.Scope;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command looks at: of which time, and whose; a mixin. */
@Command(addMethodSubcommands = false)
public final class SelectionOptions {
    @ArgGroup
    private @Nullable Time time;

    @Mixin
    private final NameOptions names = new NameOptions();

    @Mixin
    private final KindOptions kind = new KindOptions();

    /** The same for reading the history. */
    public RunSelection selection() {
        return RunSelection.ALL
                .in(range())
                .ofApplication(names.application())
                .ofCommand(names.command())
                .ofKind(kind.kind());
    }

    /** The same in words. */
    public Scope scope(Instant now) {
        TimeRange range = range();
        return new Scope(now, range.from(), range.to(), names.application(), names.command(), kind.kind());
    }

    /** Whether a time was given. */
    public boolean hasTime() {
        return time != null;
    }

    /** Whether a command or application was given. */
    public boolean hasNames() {
        return names.command() != null || names.application() != null;
    }

    /** Whether a version or label was given. */
    public boolean hasKind() {
        return !kind.kind().isAll();
    }

    /** By default all times. */
    public TimeRange range() {
        if (time == null) {
            return TimeRange.ALL;
        }
        return time.since == null ? time.timeframe : TimeRange.since(time.since);
    }

    /** Whether what has these names and began then is meant. */
    public boolean includes(String application, String command, Instant start) {
        return (names.application() == null || names.application().equals(application))
                && (names.command() == null || names.command().equals(command))
                && range().contains(start);
    }

    /** One of them. */
    static final class Time {
        @Option(
                names = "--timeframe",
                paramLabel = "TIME",
                description = "Only this time range: " + TimeframeConverter.FORMS + ".")
        private TimeRange timeframe = TimeRange.ALL;

        @Option(
                names = "--since",
                paramLabel = "TIME",
                description = "Only what began after this time: " + SinceConverter.FORMS + ".")
        private @Nullable Instant since;
    }
}
