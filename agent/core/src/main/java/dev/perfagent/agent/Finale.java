package dev.perfagent.agent;

import dev.perfagent.alert.AlertLog;
import dev.perfagent.alert.Console;
import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Journal;
import dev.perfagent.journal.Marker;
import dev.perfagent.journal.MatchReport;
import dev.perfagent.journal.Recent;
import dev.perfagent.plan.Settings;
import dev.perfagent.plan.Weaver;
import dev.perfagent.record.Recorder;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.Judge;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a finished run: judged, stored, and only then told. */
final class Finale implements Recorder.RunSink {
    private final Settings settings;
    private final Home home;
    private final AgentLog log;
    private final Marker marker;
    private final boolean quiet;
    private final @Nullable String configFolder;
    private final List<String> problems;
    private final Weaver weaver;
    private final PrintStream standardError;

    Finale(
            Settings settings,
            Home home,
            AgentLog log,
            Marker marker,
            boolean quiet,
            @Nullable String configFolder,
            List<String> problems,
            Weaver weaver,
            PrintStream standardError) {
        this.settings = settings;
        this.home = home;
        this.log = log;
        this.marker = marker;
        this.quiet = quiet;
        this.configFolder = configFolder;
        this.problems = problems;
        this.weaver = weaver;
        this.standardError = standardError;
    }

    @Override
    public void finished(Run recorded, Map<Integer, Long> callsByRule) {
        try {
            Recent recent = new Recent(home);
            Run run = recorded.withAlerts(
                    Judge.judge(recorded, settings.benchmarks(), settings.alerts(), recent.totalsBefore(recorded)));
            store(run, recent, callsByRule);
            if (!run.alerts().isEmpty()) {
                tell(run);
            }
        } catch (RuntimeException | LinkageError failure) {
            log.tell("the end of a run could not be recorded", failure);
        }
    }

    private void store(Run run, Recent recent, Map<Integer, Long> callsByRule) {
        if (!settings.journal().enabled()) {
            return;
        }
        try {
            new Journal(home).append(run);
            marker.delete();
        } catch (IOException failure) {
            log.tell("a run could not be stored", failure);
        }
        try {
            recent.append(run);
            new MatchReport(home).write(run, configFolder, problems, settings.rules(), callsByRule, weaver);
        } catch (IOException failure) {
            log.tell("what later runs and explain would read could not be stored", failure);
        }
    }

    private void tell(Run run) {
        if (!quiet) {
            Console.of(standardError).say(run.alerts(), settings.alerts());
        }
        try {
            new AlertLog(home.resolve("alerts.log")).append(run, settings.alerts());
        } catch (IOException failure) {
            log.tell("alerts could not be logged", failure);
        }
    }
}
