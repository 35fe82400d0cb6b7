package dev.perfagent.bench.exit;

import dev.perfagent.alert.AlertLog;
import dev.perfagent.alert.Console;
import dev.perfagent.hook.Site;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.Journal;
import dev.perfagent.journal.Recent;
import dev.perfagent.plan.Application;
import dev.perfagent.plan.Observe;
import dev.perfagent.plan.Rule;
import dev.perfagent.plan.Settings;
import dev.perfagent.plan.Target;
import dev.perfagent.record.Recorder;
import dev.perfagent.record.StartFacts;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Run;
import dev.perfagent.run.RunJson;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.PhaseBudget;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The end of one measured process, in a JVM that has done nothing else: records a little, then takes the steps that the agent
 * takes, and prints what each took. No lambda, no string concatenation and no stream in here, for their first use would be
 * charged to a part.
 */
public final class ExitParts implements Recorder.Listener {
    /** The command's limit is broken by whatever runs at all, so that there is something to say. */
    private static final Budget BROKEN = new Budget(
            Map.of(Limit.BASELINE_MS, 0.001, Limit.TARGET_MS, 0.001, Limit.MAX_ACCEPTABLE_MS, 0.002),
            Map.of("processing", new PhaseBudget(0.001, null)),
            List.of());

    private final List<String> report = new ArrayList<>();
    private long since = System.nanoTime();
    private @Nullable Run run;

    private ExitParts() {}

    /**
     * Runs once.
     *
     * @param arguments the agent's home; then {@code judged} to be judged, told and logged as well as stored
     */
    public static void main(String[] arguments) throws IOException {
        Home home = Home.at(new File(arguments[0]));
        boolean judged = arguments.length > 1 && arguments[1].equals("judged");
        ExitParts parts = new ExitParts();
        Recorder recorder = parts.recorded();
        parts.since = System.nanoTime();
        recorder.processEnds();
        parts.told("assemble");
        Run ended = parts.run;
        if (ended == null) {
            throw new IllegalStateException("nothing was recorded");
        }
        if (judged) {
            parts.judge(ended, home);
        } else {
            parts.store(ended, home);
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
                "bench", "1", List.of(rule), Set.of(), Observe.ALL, true, Settings.STANDARD_RETENTION_DAYS);
        StartFacts facts = new StartFacts("bench", Map.of());
        facts.planFound();
        Recorder recorder =
                new Recorder(settings, new Application("org.example.Bench", null, null, "bench"), facts, this);
        facts.over();
        Object main = recorder.entered(Site.MAIN, null, null);
        Object phase = recorder.entered(Site.ofRule(0), null, null);
        recorder.exited(Site.ofRule(0), phase, null, null);
        recorder.exited(Site.MAIN, main, null, null);
        recorder.entered(Site.EXIT, null, 0);
        return recorder;
    }

    private void judge(Run ended, Home home) throws IOException {
        AlertPolicies policies = AlertPolicies.standard();
        Benchmarks benchmarks = new Benchmarks(null, null, Map.of(ended.command(), BROKEN), List.of());
        since = System.nanoTime();
        Recent recent = new Recent(home);
        List<Double> before = recent.totalsBefore(ended);
        told("read recent runs");
        List<Alert> alerts = Judge.judge(ended, benchmarks, policies, before);
        told("judge");
        Run verdict = ended.withAlerts(alerts);
        store(verdict, home);
        recent.append(verdict);
        told("append to recent runs");
        Console.of(System.err).say(verdict.alerts());
        told("say");
        new AlertLog(home.resolve("alerts.log")).append(verdict, verdict.alerts());
        told("append to alerts.log");
    }

    private void store(Run ended, Home home) throws IOException {
        RunJson.line(ended);
        told("serialise");
        // Serialises once more: what that takes now that its classes are loaded is in here.
        new Journal(home).append(ended);
        told("append");
    }

    private void told(String part) {
        long now = System.nanoTime();
        report.add(part.concat("\t").concat(Long.toString(now - since)));
        since = System.nanoTime();
    }

    @Override
    public void finished(Run finished, Map<Integer, Long> callsByRule) {
        run = finished;
    }

    @Override
    public void hookFailed(String hook, Throwable failure) {
        throw new IllegalStateException(hook, failure);
    }
}
