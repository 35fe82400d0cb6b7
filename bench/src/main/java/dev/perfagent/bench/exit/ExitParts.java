package dev.perfagent.bench.exit;

import dev.perfagent.alert.AlertLog;
import dev.perfagent.alert.Console;
import dev.perfagent.application.Application;
import dev.perfagent.choice.AlertChoice;
import dev.perfagent.choice.AlertStates;
import dev.perfagent.hook.Site;
import dev.perfagent.journal.AlertStateFile;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Journal;
import dev.perfagent.journal.RecentRunsFile;
import dev.perfagent.observe.Recorder;
import dev.perfagent.record.Recording;
import dev.perfagent.record.StartFacts;
import dev.perfagent.run.MachineState;
import dev.perfagent.run.Run;
import dev.perfagent.run.RunJson;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import dev.perfagent.settings.Target;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.PhaseBudget;
import dev.perfagent.threshold.RecentRuns;
import dev.perfagent.threshold.Thresholds;
import dev.perfagent.threshold.Verdict;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The end of one measured process, in a JVM that has done nothing else: records a little, then takes the steps that the agent
 * takes, and prints what each took. The classes come out of the agent's jar by the agent's own loader. No lambda, no string
 * concatenation and no stream in here, for their first use would be charged to a part.
 */
public final class ExitParts implements Recorder.Listener {
    /** The command's limit is broken by whatever runs at all, so that there is something to say. */
    private static final Budget BROKEN = new Budget(
            Map.of(Limit.BASELINE_MS, 0.001, Limit.TARGET_MS, 0.001, Limit.MAX_ACCEPTABLE_MS, 0.002),
            Map.of("processing", new PhaseBudget(0.001, null)),
            List.of());

    /** One that it keeps. */
    private static final Budget KEPT = new Budget(
            Map.of(Limit.BASELINE_MS, 1e6, Limit.TARGET_MS, 1e6, Limit.MAX_ACCEPTABLE_MS, 1e6),
            Map.of("processing", new PhaseBudget(1e6, null)),
            List.of());

    private final List<String> report = new ArrayList<>();
    private long since = System.nanoTime();
    private @Nullable Run run;

    private ExitParts() {}

    /**
     * Runs once.
     *
     * @param arguments the agent's home; then {@code stored}, {@code judged} to be judged too and be found fine, or {@code told}
     * to
     *     break its limits, and have that reported and logged; then {@code rehearsed} when the end was gone through before on
     *     another
     *     thread, as the agent does, or {@code unrehearsed} when there was no time for that
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Home home = Home.at(new File(arguments[0]));
        String kind = arguments[1];
        ExitParts parts = new ExitParts();
        Recorder recorder = parts.recorded();
        if (arguments[2].equals("rehearsed")) {
            Thread sampler = new Thread(new Rehearsal(recorder, home, kind), "sampler");
            sampler.start();
            sampler.join();
        }
        parts.since = System.nanoTime();
        recorder.processEnds();
        parts.took("assemble");
        Run ended = parts.run;
        if (ended == null) {
            throw new IllegalStateException("nothing was recorded");
        }
        if (kind.equals("stored")) {
            parts.store(ended, home);
        } else {
            parts.judge(ended, home, kind.equals("told"));
        }
        for (String line : parts.report) {
            System.out.println(line);
        }
    }

    /** As after a run of one command with a phase in it. */
    private Recorder recorded() {
        System.getenv("HOME"); // premain has read the environment: its first reading is no part of the end
        Rule rule = new Rule.Phase("processing", new Target("org.example.Bench", null, null, List.of("process")), 0);
        Settings settings = new Settings(
                "bench", "1", List.of(rule), Set.of(), ObservedKinds.ALL, true, Settings.STANDARD_RETENTION_DAYS);
        StartFacts facts = new StartFacts("bench", Map.of());
        facts.planFound("bench");
        Recorder recorder = new Recorder(settings, new Application("org.example.Bench", null, "bench"), facts, this);
        facts.over();
        Object main = recorder.entered(Site.MAIN.number(), null, null);
        Object phase = recorder.entered(Site.ofRule(0), null, null);
        recorder.exited(Site.ofRule(0), phase, null, null);
        recorder.exited(Site.MAIN.number(), main, null, null);
        recorder.entered(Site.EXIT.number(), null, 0);
        return recorder;
    }

    private static Thresholds thresholds(Run run, boolean broken) {
        Budget budget = broken ? BROKEN : KEPT;
        return new Thresholds(
                new Benchmarks(null, null, Map.of(run.command(), budget), List.of()),
                AlertPolicies.standard(),
                Notification.STANDARD);
    }

    /** What the agent does while the application works. */
    private record Rehearsal(Recorder recorder, Home home, String kind) implements Runnable {
        @Override
        public void run() {
            Run soFar = recorder.snapshot();
            if (!kind.equals("stored")) {
                Thresholds thresholds = thresholds(soFar, kind.equals("told"));
                RecentRuns before = new RecentRunsFile(home, soFar).known();
                List<Verdict> verdicts = Judge.judge(soFar, thresholds, before, MachineState.UNKNOWN);
                String standing = new AlertStateFile(home, soFar).lines();
                if (!standing.isEmpty() || Judge.isAnyBroken(verdicts)) {
                    soFar = soFar.withAlerts(AlertChoice.of(
                                    soFar,
                                    verdicts,
                                    thresholds.alerts(),
                                    AlertStates.parse(standing),
                                    soFar.endMillis())
                            .found());
                }
            }
            RunJson.line(soFar);
        }
    }

    private void judge(Run ended, Home home, boolean broken) throws IOException {
        Thresholds thresholds = thresholds(ended, broken);
        AlertPolicies policies = thresholds.alerts();
        since = System.nanoTime();
        RecentRunsFile recent = new RecentRunsFile(home, ended);
        RecentRuns before = recent.before();
        took("read recent runs");
        List<Verdict> verdicts = Judge.judge(ended, thresholds, before, MachineState.UNKNOWN);
        took("judge");
        AlertStateFile state = new AlertStateFile(home, ended);
        String standing = state.lines();
        AlertChoice choice = standing.isEmpty() && !Judge.isAnyBroken(verdicts)
                ? null
                : AlertChoice.of(ended, verdicts, policies, AlertStates.parse(standing), ended.endMillis());
        took("choose alerts");
        Run verdict = choice == null ? ended : ended.withAlerts(choice.found());
        store(verdict, home);
        recent.append();
        took("append to recent runs");
        if (choice == null) {
            return;
        }
        state.append(choice.changes(), ended.endMillis());
        took("append to the state of alerts");
        Console.of(System.err).say(verdict.alerts());
        took("say");
        new AlertLog(home.resolve("alerts.log")).append(verdict, verdict.alerts());
        took("append to alerts.log");
    }

    private void store(Run ended, Home home) throws IOException {
        new Journal(home).append(ended);
        took("serialise and append");
    }

    private void took(String part) {
        long now = System.nanoTime();
        report.add(part.concat("\t").concat(Long.toString(now - since)));
        since = System.nanoTime();
    }

    @Override
    public void finished(Run finished, Recording recording) {
        run = finished;
    }

    @Override
    public void hookFailed(String hook, Throwable failure) {
        throw new IllegalStateException(hook, failure);
    }
}
