package dev.perfagent.cli.session;

import dev.perfagent.history.History;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.RecordedCommands;
import dev.perfagent.settings.Configuration;
import dev.perfagent.threshold.Thresholds;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reports limits of {@code benchmarks.yml} for commands that no run ever had: mostly a name that is typed otherwise. */
public final class UnusedLimits {
    /** A history may have a million runs; what has run for longer than these is known from the agent's own files. */
    private static final int NEWEST = 1000;

    private UnusedLimits() {}

    /** Nothing is reported where nothing has run yet. */
    public static void report(Session session, Configuration configuration, History history) throws IOException {
        Thresholds thresholds = configuration.thresholds();
        if (thresholds == null) {
            return;
        }
        RecordedCommands recorded = new RecordedCommands(Home.at(session.home().toFile()));
        List<String> unknown = thresholds.benchmarks().commands().keySet().stream()
                .filter(command -> !recorded.hasRun(command))
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        Set<String> ran = new TreeSet<>();
        for (RawRun run : history.newest(new RunQuery(RunSelection.ALL, NEWEST))) {
            ran.add(run.run().command());
        }
        if (!ran.isEmpty()) {
            unknown.stream()
                    .filter(command -> !ran.contains(command))
                    .forEach(command -> report(session, command, ran));
        }
    }

    private static void report(Session session, String command, Collection<String> ran) {
        session.report("perf-agent: benchmarks.yml: no run ever had the command '" + command
                + "', so its limits are not used" + NameSuggestions.insteadOf(command, ran));
    }
}
