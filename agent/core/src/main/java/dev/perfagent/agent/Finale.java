package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Journal;
import dev.perfagent.launch.AgentOptions;
import dev.perfagent.machine.Redaction;
import dev.perfagent.machine.TerminalText;
import dev.perfagent.observe.Recorder;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.plan.Weaver;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.run.RunJson;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.Thresholds;
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
    private volatile @Nullable Run stored;
    private boolean rehearsed;

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
        if (options.alerts()) {
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

    @Override
    public void corrected(int code, Outcome outcome) {
        Run run = stored;
        if (run == null) {
            return;
        }
        try {
            new Journal(home).correct(run.endedWith(code, outcome));
        } catch (IOException failure) {
            log.tell("the process ended with " + code + ", and the record could not be corrected", failure);
        }
    }

    @Override
    public void goesOn(Run soFar, boolean lasts) {
        if (lasts) {
            marker.refresh(soFar);
        }
        if (!rehearsed) {
            rehearsed = rehearse(soFar);
        }
    }

    /**
     * Goes through the end of a run without writing or saying anything. A class costs its first user 0.1 to 0.3 ms, and the end has
     * dozens; this way nobody waits for them.
     *
     * @return whether nothing is left to rehearse; a limit may yet be broken, and then there is more to load
     */
    private boolean rehearse(Run soFar) {
        Run run = soFar;
        boolean chosen =
                !options.alerts() || !plan.hasThresholds(); // a limit may be broken yet; recent runs are not so soon
        if (options.alerts()) {
            Judgement judgement = Judgement.soFar(soFar, plan, home);
            run = judgement.run();
            chosen |= judgement.hasChosen();
        }
        RunJson.line(run);
        return chosen;
    }

    private void keepPlan(Run recorded, Map<Integer, Long> callsByRule)
            throws IOException, ReflectiveOperationException {
        ColdPath cold = transformer.coldPath();
        Weaver weaver = cold == null ? null : cold.usedWeaver();
        if (cold != null && weaver != null) {
            new WovenClasses(home, plans, key, plan, options.config(), problems, log)
                    .keep(cold, weaver, recorded, callsByRule);
        } else if (recorded.self().watchedMs() != null && transformer.hasMissedLoaders()) {
            log.tell("the application created a class loader after perf-agent had stopped watching class loading: "
                    + "what its classes did is missing from this run; later runs watch for them");
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
        Judgement judgement = Judgement.of(recorded, plan, home);
        Run run = judgement.run();
        store(run);
        if (plan.settings().keepsRuns()) {
            try {
                judgement.remember();
                Benchmarks benchmarks = plan.hasThresholds() ? plan.thresholds().benchmarks() : null;
                if (benchmarks != null && !benchmarks.commands().isEmpty() && judgement.isDayOver()) {
                    UnusedLimits.report(run, benchmarks, home, log, console, options.quiet());
                }
            } catch (IOException failure) {
                log.tell("what later runs are compared with could not be stored", failure);
            }
        }
        if (judgement.hasChosen()) {
            sendAlerts(run, judgement.told());
        }
    }

    /** By the channels of their types; what {@code fail_on} asks for is the exit code then. */
    private void sendAlerts(Run run, List<Alert> alerts) {
        Thresholds thresholds = plan.thresholds();
        Notification notification = thresholds.notification();
        if (alerts.isEmpty() && notification.failOn() == null) {
            return;
        }
        Telling telling = new Telling(options.quiet(), home, log, console);
        telling.tell(run, alerts, thresholds.alerts(), notification.command());
        int wanted = telling.exitCode(run, notification);
        exitCode = wanted == 0 ? exitCode : wanted;
    }

    private void store(Run run) {
        if (!plan.settings().keepsRuns()) {
            return;
        }
        try {
            new Journal(home).append(run);
            stored = run;
        } catch (IOException failure) {
            // A home that cannot be used at all was reported at the start; this is a disk that is full.
            if (!log.tell("a run could not be stored", failure) && !options.quiet() && home.problem() == null) {
                String message = Redaction.ofThisProcess().apply(String.valueOf(failure.getMessage()));
                console.println("perf-agent: this run is not recorded, and agent.log cannot be written: "
                        + TerminalText.escape(message, true));
                console.flush();
            }
        } finally {
            marker.delete(run);
        }
    }
}
