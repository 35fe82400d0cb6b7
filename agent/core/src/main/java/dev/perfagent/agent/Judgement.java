package dev.perfagent.agent;

import dev.perfagent.choice.AlertChoice;
import dev.perfagent.choice.AlertStates;
import dev.perfagent.journal.AlertStateFile;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.RecentRunsFile;
import dev.perfagent.machine.MachineMeter;
import dev.perfagent.plan.Plan;
import dev.perfagent.run.Alert;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.RecentRuns;
import dev.perfagent.threshold.Regression;
import dev.perfagent.threshold.Thresholds;
import dev.perfagent.threshold.Verdict;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that is judged: by its limits, by the runs before it and by where its command's alerts stand. Making one writes
 * nothing.
 */
final class Judgement {
    private final Run run;
    private final @Nullable RecentRunsFile recent;
    private final AlertStateFile state;
    private final @Nullable AlertChoice choice;

    private Judgement(Run run, @Nullable RecentRunsFile recent, AlertStateFile state, @Nullable AlertChoice choice) {
        this.run = run;
        this.recent = recent;
        this.state = state;
        this.choice = choice;
    }

    /** Of a run that has ended. */
    static Judgement of(Run recorded, Plan plan, Home home) {
        boolean counts = plan.settings().keepsRuns() && !recorded.isMadeToMeasure();
        RecentRunsFile recent = counts ? new RecentRunsFile(home, recorded) : null;
        return of(recorded, plan, home, recent, recent == null ? RecentRuns.NONE : recent.before());
    }

    /** Of one that goes on, as if it ended now. */
    static Judgement soFar(Run recorded, Plan plan, Home home) {
        RecentRunsFile recent = new RecentRunsFile(home, recorded);
        return of(recorded, plan, home, recent, recorded.isMadeToMeasure() ? RecentRuns.NONE : recent.known());
    }

    private static Judgement of(
            Run recorded, Plan plan, Home home, @Nullable RecentRunsFile recent, RecentRuns before) {
        boolean keeps = plan.settings().keepsRuns();
        AlertStateFile state = new AlertStateFile(home, recorded);
        String standing = keeps ? state.lines() : "";
        List<Verdict> verdicts = verdicts(recorded, plan, before, !standing.isEmpty());
        // In nearly every run nothing is broken and nothing was: choosing alerts is not even loaded then.
        AlertChoice choice = standing.isEmpty() && !isAnyBroken(verdicts)
                ? null
                : AlertChoice.of(
                        recorded,
                        verdicts,
                        plan.thresholds().alerts(),
                        AlertStates.parse(standing),
                        recorded.endMillis());
        Run run = choice == null ? recorded : recorded.withAlerts(choice.found());
        return new Judgement(run, recent, state, choice);
    }

    /** Without a configuration most rules have nothing to judge, and are not even loaded. */
    private static List<Verdict> verdicts(Run recorded, Plan plan, RecentRuns before, boolean hasAlerts) {
        if (plan.hasThresholds() || recorded.gitHubApi() != null) {
            Thresholds thresholds = plan.thresholds();
            MachineState machine = Judge.asksForMachine(thresholds) ? MachineMeter.now() : MachineState.UNKNOWN;
            return Judge.judge(recorded, thresholds, before, machine);
        }
        return before.isEnough() && (hasAlerts || Regression.isPossible(recorded, before))
                ? Regression.judge(recorded, before)
                : List.of();
    }

    private static boolean isAnyBroken(List<Verdict> verdicts) {
        return !verdicts.isEmpty() && Judge.isAnyBroken(verdicts);
    }

    /** The run with its alerts. */
    Run run() {
        return run;
    }

    /** Whether there was anything to choose alerts from. */
    boolean hasChosen() {
        return choice != null;
    }

    /** The alerts to report. */
    List<Alert> reported() {
        return choice == null ? List.of() : choice.reported();
    }

    /** Whether it is time to look for limits that no run has used; see {@link RecentRunsFile#isDayOver}. */
    boolean isDayOver() throws IOException {
        return recent != null && recent.isDayOver();
    }

    /** Keeps what later runs are compared with. */
    void remember() throws IOException {
        if (recent != null) {
            recent.append();
        }
        if (choice != null && !choice.changes().isEmpty()) {
            state.append(choice.changes(), run.endMillis());
        }
    }
}
