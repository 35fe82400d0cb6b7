package dev.perfagent.cli.session;

import dev.perfagent.history.Label;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RecordedNames;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import dev.perfagent.run.Outcome;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says why no run is what a command line asks for, and what there is instead. All commands that read runs end so then. */
public final class NoRunFits {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private NoRunFits() {}

    /**
     * Says it.
     *
     * @param wanted what the command line asks for
     * @return the exit code, the same everywhere
     */
    public static int report(Session session, StoredRuns stored, RunSelection wanted) throws IOException {
        RecordedNames names = stored.history().collect(RunSelection.ALL.in(TimeRange.EVER), RecordedNames.collector());
        if (names.newest() == null) {
            stored.reportHowToRecord();
        } else {
            String unknown = unknown(wanted, names);
            session.report("perf-agent: " + (unknown == null ? others(session, stored, wanted) : unknown));
        }
        return ExitCode.USAGE;
    }

    /** Why no run is what a selector says; null when nothing was recorded yet. */
    static @Nullable String why(
            String selector, @Nullable String application, @Nullable String command, Session session, StoredRuns stored)
            throws IOException {
        RecordedNames names = stored.history().collect(RunSelection.ALL.in(TimeRange.EVER), RecordedNames.collector());
        if (names.newest() == null) {
            return null;
        }
        String unknown = unknown(application, command, names);
        if (unknown != null) {
            return unknown;
        }
        String rest = selector.substring(selector.indexOf(':') + 1);
        int equals = rest.indexOf('=');
        String instead = "";
        if (selector.startsWith("version:")) {
            instead = NameSuggestions.insteadOf(rest, names.versions());
        } else if (selector.startsWith("label:") && equals >= 0) {
            instead = insteadOf(rest.substring(0, equals), rest.substring(equals + 1), names);
        }
        if (instead.isEmpty()) {
            RunSelection named = RunSelection.ALL.ofApplication(application).ofCommand(command);
            String newest =
                    newest(session, stored, named, application != null || command != null ? "of that name " : "");
            instead = newest == null ? "" : newest;
        }
        return "no run matches '" + selector + "'" + instead;
    }

    /** That a name, version or label is of no run at all; null when each is. */
    public static @Nullable String unknown(RunSelection wanted, RecordedNames names) {
        String name = unknown(wanted.application(), wanted.command(), names);
        if (name != null) {
            return name;
        }
        String version = wanted.kind().version();
        if (version != null && !names.versions().contains(version)) {
            return "no run has version '" + version + "'" + NameSuggestions.insteadOf(version, names.versions());
        }
        for (Label label : wanted.kind().labels()) {
            boolean isKnown = names.labels().contains(label.name());
            String value = label.value();
            if (!isKnown || value != null && !names.values(label.name()).contains(value)) {
                return "no run has " + (isKnown ? "the label '" + label : "a label '" + label.name()) + "'"
                        + insteadOf(label.name(), value, names);
            }
        }
        return null;
    }

    private static String insteadOf(String label, @Nullable String value, RecordedNames names) {
        return value != null && names.labels().contains(label)
                ? NameSuggestions.insteadOf(value, names.values(label))
                : NameSuggestions.insteadOf(label, names.labels());
    }

    /** That a name is of no run at all; null when each is. */
    private static @Nullable String unknown(
            @Nullable String application, @Nullable String command, RecordedNames names) {
        if (application != null && !names.applications().contains(application)) {
            return "no application '" + application + "' was recorded"
                    + NameSuggestions.insteadOf(application, names.applications());
        }
        Collection<String> commands = names.commands(application);
        if (command != null && !commands.contains(command)) {
            return "no command '" + command + "' was recorded"
                    + (application == null ? "" : " of '" + application + "'")
                    + NameSuggestions.insteadOf(command, commands);
        }
        return null;
    }

    private static String others(Session session, StoredRuns stored, RunSelection wanted) throws IOException {
        Outcome outcome = wanted.outcome();
        RunSelection ended = RunSelection.ALL.thatEnded(outcome);
        if (outcome != null && newest(session, stored, ended, "") == null) {
            return "no run has the outcome '" + outcome.text() + "'";
        }
        RunSelection named = ended.ofApplication(wanted.application())
                .ofCommand(wanted.command())
                .ofKind(wanted.kind());
        boolean ofName = wanted.application() != null || wanted.command() != null;
        String which = outcome != null || !wanted.kind().isAll() ? "of that kind " : ofName ? "of that name " : "";
        String newest = newest(session, stored, named, which);
        if (newest != null) {
            return "no run matches" + newest;
        }
        return stored.history().tally().future() > 0
                ? "no run matches; the runs " + which + "are dated in the future"
                : "no run matches; each of these has runs, but none has all of them";
    }

    /** When the newest of them began; null when there is none. */
    private static @Nullable String newest(Session session, StoredRuns stored, RunSelection runs, String which)
            throws IOException {
        List<RawRun> newest = stored.history().newest(new RunQuery(runs, 1));
        return newest.isEmpty()
                ? null
                : "; the newest run " + which + "began at "
                        + TIME.format(
                                newest.get(0).start().atZone(session.clock().getZone()));
    }
}
