package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Journal;
import dev.perfagent.journal.Recent;
import dev.perfagent.launch.AgentOptions;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.plan.Weaver;
import dev.perfagent.record.Recorder;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.Thresholds;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What becomes of a finished run: judged, stored, and only then told. */
final class Finale implements Recorder.Listener {
    private final AgentOptions options;
    private final Home home;
    private final AgentLog log;
    private final PlanStore plans;
    private final PlanKey key;
    private final Plan plan;
    private final List<String> problems;
    private final WeavingTransformer transformer;
    private final StartMarker marker;
    private final PrintStream console;
    private volatile int exitCode;

    /**
     * For one process.
     *
     * @param problems of options and configuration
     * @param console standard error as the JVM opened it; the application may set another
     */
    Finale(
            AgentOptions options,
            Home home,
            AgentLog log,
            PlanStore plans,
            PlanKey key,
            Plan plan,
            List<String> problems,
            WeavingTransformer transformer,
            StartMarker marker,
            PrintStream console) {
        this.options = options;
        this.home = home;
        this.log = log;
        this.plans = plans;
        this.key = key;
        this.plan = plan;
        this.problems = problems;
        this.transformer = transformer;
        this.marker = marker;
        this.console = console;
    }

    @Override
    public void hookFailed(String hook, Throwable failure) {
        log.tell("a hook failed (" + hook + ")", failure);
    }

    @Override
    public void finished(Run recorded, Map<Integer, Long> callsByRule) {
        // Without a configuration only a rate limit can be broken: judging is not even loaded then.
        boolean judged = plan.hasThresholds() || recorded.gitHubApi() != null;
        if (judged) {
            judge(recorded);
        } else {
            store(recorded);
        }
        try {
            keepPlan(recorded, callsByRule);
        } catch (IOException | ReflectiveOperationException failure) {
            log.tell("the plan for the next run could not be stored", failure);
        }
    }

    private void keepPlan(Run recorded, Map<Integer, Long> callsByRule)
            throws IOException, ReflectiveOperationException {
        ColdPath cold = transformer.coldPath();
        Weaver weaver = cold == null ? null : cold.usedWeaver();
        if (cold != null && weaver != null) {
            new WovenClasses(home, plans, key, plan, options.config(), problems, log)
                    .keep(cold, weaver, recorded, callsByRule);
        } else if (recorded.self().watchedMs() != null && transformer.hasMissedLoaders()) {
            log.tell(
                    "a class loader of the application's own came up after class loading was no longer watched: what its"
                            + " classes did is missing from this run; from the next run on they are watched");
            plan.otherLoaderSeen();
            plans.save(key, plan);
            plan.markKept();
        } else if (plan.isChanged()) {
            plans.save(key, plan);
            plan.markKept();
        }
    }

    @Override
    public int exitCode() {
        return exitCode;
    }

    /** Notes the exit code that the alerts ask for. What is kept back by a cool-down fails too: it is not over. */
    private void fail(Run run, Notification notification, Telling telling) {
        Severity least = notification.failOn();
        Severity worst = null;
        for (Alert alert : run.alerts()) {
            if (least != null
                    && alert.severity().compareTo(least) >= 0
                    && (worst == null || alert.severity().compareTo(worst) > 0)) {
                worst = alert.severity();
            }
        }
        if (worst != null) {
            exitCode = notification.exitCode();
            if (run.outcome() == Outcome.SUCCESS) {
                telling.tellFailure(worst, exitCode);
            }
        }
    }

    private void judge(Run recorded) {
        Recent recent = new Recent(home);
        Thresholds thresholds = plan.thresholds();
        Run run = recorded.withAlerts(
                Judge.judge(recorded, thresholds.benchmarks(), thresholds.alerts(), recent.totalsBefore(recorded)));
        store(run);
        try {
            if (plan.settings().keepsRuns()) {
                recent.append(run);
            }
        } catch (IOException failure) {
            log.tell("what later runs are compared with could not be stored", failure);
        }
        if (!run.alerts().isEmpty()) {
            Telling telling = new Telling(options.quiet(), home, log, console);
            telling.tell(
                    run,
                    run.alerts(),
                    thresholds.alerts(),
                    thresholds.notification().command());
            fail(run, thresholds.notification(), telling);
        }
    }

    private void store(Run run) {
        if (!plan.settings().keepsRuns()) {
            return;
        }
        try {
            new Journal(home).append(run);
        } catch (IOException failure) {
            log.tell("a run could not be stored", failure);
        } finally {
            marker.delete(run);
        }
    }
}
