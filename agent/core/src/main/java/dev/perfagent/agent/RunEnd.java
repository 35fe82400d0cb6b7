package dev.perfagent.agent;

import dev.perfagent.journal.Journal;
import dev.perfagent.machine.Redaction;
import dev.perfagent.machine.TerminalText;
import dev.perfagent.observe.Recorder;
import dev.perfagent.plan.Plan;
import dev.perfagent.record.Recording;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.run.RunJson;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.Thresholds;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a run: it is judged, stored, and only then are its alerts reported. */
final class RunEnd implements Recorder.Listener {
    private final AgentOutput output;
    private final boolean judges;
    private final Plan plan;
    private final PlanUpdate update;
    private @Nullable StartMarker marker;
    private @Nullable String endedId;
    private volatile int exitCode;
    private volatile @Nullable Run stored;
    private boolean rehearsed;

    /**
     * For one process.
     *
     * @param judges whether runs are judged at all
     * @param update what becomes of the plan
     */
    RunEnd(AgentOutput output, boolean judges, Plan plan, PlanUpdate update) {
        this.output = output;
        this.judges = judges;
        this.plan = plan;
        this.update = update;
    }

    @Override
    public void hookFailed(String hook, Throwable failure) {
        output.log().report("a hook failed (" + hook + ")", failure);
    }

    @Override
    public void finished(Run recorded, Recording recording) {
        if (judges) {
            judge(recorded);
        } else {
            store(recorded);
        }
        try {
            update.keep(recorded, recording);
        } catch (IOException | ReflectiveOperationException failure) {
            output.log().report("the plan for the next run could not be stored", failure);
        }
    }

    @Override
    public void corrected(int code, Outcome outcome) {
        Run run = stored;
        if (run == null) {
            return;
        }
        try {
            new Journal(output.home()).correct(run.endedWith(code, outcome));
        } catch (IOException failure) {
            output.log().report("the process ended with " + code + ", and the record could not be corrected", failure);
        }
    }

    @Override
    public void goesOn(Run soFar, boolean lasts) {
        if (lasts) {
            refreshMarker(soFar);
        }
        if (!rehearsed) {
            rehearsed = rehearse(soFar);
        }
    }

    /**
     * Goes through the end of a run without writing or saying anything. A class costs its first user 0.1 to 0.3 ms, and the end
     * has dozens; this way nobody waits for them.
     *
     * @return whether nothing is left to rehearse; a limit may yet be broken, and then there is more to load
     */
    private boolean rehearse(Run soFar) {
        Run run = soFar;
        boolean chosen = !judges || !plan.hasThresholds(); // a limit may be broken yet; recent runs are not so soon
        if (judges) {
            Judgement judgement = Judgement.soFar(soFar, plan, output.home());
            run = judgement.run();
            chosen |= judgement.hasChosen();
        }
        RunJson.line(run);
        return chosen;
    }

    @Override
    public int exitCode() {
        return exitCode;
    }

    /** The run that was stored last; null when none was. */
    @Nullable
    Run stored() {
        return stored;
    }

    private void judge(Run recorded) {
        Judgement judgement;
        try {
            judgement = Judgement.of(recorded, plan, output.home());
        } catch (LinkageError | OutOfMemoryError | RuntimeException unable) { // a heap that is full, or a damaged jar
            store(recorded);
            output.log().report("a run could not be judged", unable);
            return;
        }
        Run run = judgement.run();
        store(run);
        if (plan.settings().keepsRuns()) {
            try {
                judgement.remember();
                Benchmarks benchmarks = plan.hasThresholds() ? plan.thresholds().benchmarks() : null;
                if (benchmarks != null && !benchmarks.commands().isEmpty() && judgement.isDayOver()) {
                    UnusedLimitsNotice.report(run, benchmarks, output);
                }
            } catch (IOException failure) {
                output.log().report("what later runs are compared with could not be stored", failure);
            }
        }
        if (judgement.hasChosen()) {
            sendAlerts(run, judgement.reported());
        }
    }

    /** By the channels of their types; what {@code fail_on} asks for is the exit code then. */
    private void sendAlerts(Run run, List<Alert> alerts) {
        Thresholds thresholds = plan.thresholds();
        Notification notification = thresholds.notification();
        if (alerts.isEmpty() && notification.failOn() == null) {
            return;
        }
        AlertSender sender = new AlertSender(output);
        sender.send(run, alerts, thresholds.alerts(), notification.command());
        int wanted = sender.exitCode(run, notification);
        exitCode = wanted == 0 ? exitCode : wanted;
    }

    private synchronized void refreshMarker(Run soFar) {
        if (!soFar.executionId().equals(endedId)) {
            if (marker == null) {
                marker = new StartMarker(output.home(), output.log());
            }
            marker.refresh(soFar);
        }
    }

    /** The run is in the history, or nowhere. */
    private synchronized void deleteMarker(Run run) {
        endedId = run.executionId();
        if (marker != null) {
            marker.delete();
        }
    }

    private void store(Run run) {
        if (!plan.settings().keepsRuns()) {
            return;
        }
        try {
            new Journal(output.home()).append(run);
            stored = run;
        } catch (IOException failure) {
            // A home that cannot be used at all was reported at the start; this is a disk that is full.
            if (!output.log().report("a run could not be stored", failure)
                    && !output.quiet()
                    && output.home().problem() == null) {
                String message = Redaction.ofThisProcess().apply(String.valueOf(failure.getMessage()));
                output.console()
                        .println("perf-agent: this run is not recorded, and agent.log cannot be written: "
                                + TerminalText.escape(message, true));
                output.console().flush();
            }
        } finally {
            deleteMarker(run);
        }
    }
}
