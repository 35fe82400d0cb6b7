package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.AlertState;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Journal;
import dev.perfagent.journal.Recent;
import dev.perfagent.launch.AgentOptions;
import dev.perfagent.machine.MachineMeter;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.plan.Weaver;
import dev.perfagent.record.Recorder;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.AlertChoice;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.RecentRuns;
import dev.perfagent.threshold.Standing;
import dev.perfagent.threshold.Thresholds;
import dev.perfagent.threshold.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    private void judge(Run recorded) {
        Thresholds thresholds = plan.thresholds();
        boolean keeps = plan.settings().keepsRuns();
        Recent recent = keeps && plan.hasThresholds() ? new Recent(home, recorded) : null;
        MachineState machine = Judge.asksForMachine(thresholds) ? MachineMeter.now() : MachineState.UNKNOWN;
        List<Verdict> verdicts =
                Judge.judge(recorded, thresholds, recent == null ? RecentRuns.NONE : recent.before(), machine);
        AlertState state = new AlertState(home, recorded);
        String standing = keeps ? state.lines() : "";
        // In nearly every run nothing is broken and nothing was: choosing alerts is not even loaded then.
        AlertChoice choice = standing.isEmpty() && !Judge.isAnyBroken(verdicts)
                ? null
                : AlertChoice.of(
                        recorded, verdicts, thresholds.alerts(), Standing.parse(standing), recorded.endMillis());
        Run run = choice == null ? recorded : recorded.withAlerts(choice.found());
        store(run);
        if (keeps) {
            remember(run, recent, state, choice);
        }
        Notification notification = thresholds.notification();
        if (choice != null && (!choice.told().isEmpty() || notification.failOn() != null)) {
            Telling telling = new Telling(options.quiet(), home, log, console);
            telling.tell(run, choice.told(), thresholds.alerts(), notification.command());
            int wanted = telling.exitCode(run, notification);
            exitCode = wanted == 0 ? exitCode : wanted;
        }
    }

    private void remember(Run run, @Nullable Recent recent, AlertState state, @Nullable AlertChoice choice) {
        try {
            if (recent != null) {
                recent.append();
            }
            if (choice != null && !choice.changes().isEmpty()) {
                state.append(choice.changes(), run.endMillis());
            }
        } catch (IOException failure) {
            log.tell("what later runs are compared with could not be stored", failure);
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
