package dev.perfagent.agent;

import dev.perfagent.alert.AlertLog;
import dev.perfagent.alert.Console;
import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Journal;
import dev.perfagent.journal.Marker;
import dev.perfagent.journal.Recent;
import dev.perfagent.plan.Settings;
import dev.perfagent.record.Recorder;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.Judge;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a finished run: judged, stored, and only then told. */
final class Finale implements Recorder.RunSink {
    private final Settings settings;
    private final Home home;
    private final AgentLog log;
    private final Marker marker;
    private final @Nullable PrintStream console;
    private final WovenClasses woven;

    /**
     * For one process.
     *
     * @param console standard error as the JVM opened it; null to be quiet
     */
    Finale(
            Settings settings,
            Home home,
            AgentLog log,
            Marker marker,
            @Nullable PrintStream console,
            WovenClasses woven) {
        this.settings = settings;
        this.home = home;
        this.log = log;
        this.marker = marker;
        this.console = console;
        this.woven = woven;
    }

    @Override
    public void finished(Run recorded, Map<Integer, Long> callsByRule) {
        try {
            Recent recent = new Recent(home);
            Run run = recorded.withAlerts(
                    Judge.judge(recorded, settings.benchmarks(), settings.alerts(), recent.totalsBefore(recorded)));
            store(run, recent);
            if (!run.alerts().isEmpty()) {
                tell(run);
            }
            woven.keep(run, callsByRule);
        } catch (IOException failure) {
            log.tell("what the next run needs could not be stored", failure);
        } catch (RuntimeException | LinkageError failure) {
            log.tell("the end of a run could not be recorded", failure);
        }
    }

    private void store(Run run, Recent recent) {
        if (!settings.journal().enabled()) {
            return;
        }
        try {
            new Journal(home).append(run);
            marker.delete();
            recent.append(run);
        } catch (IOException failure) {
            log.tell("a run could not be stored", failure);
        }
    }

    private void tell(Run run) {
        if (console != null) {
            Console.of(console).say(run.alerts(), settings.alerts());
        }
        try {
            new AlertLog(home.resolve("alerts.log")).append(run, settings.alerts());
        } catch (IOException failure) {
            log.tell("alerts could not be logged", failure);
        }
    }
}
