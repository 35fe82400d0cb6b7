package dev.perfagent.tip;

import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.Phase;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.QuantityText;
import dev.perfagent.threshold.RecentTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice on a slow command: what can be saved, by time; then where the time goes. */
final class CommandTips {
    private static final double HALF = 0.5;

    /** JVM start over this share of the process is worth an archive. */
    private static final double LONG_START = 0.4;

    /** CPU time under this share of the wall time, JIT and garbage collection included: the run waits. */
    private static final double MOSTLY_WAITING = 0.3;

    /** JEP 514. */
    private static final int FIRST_WITH_CACHES = 25;

    /** So often started, a program is better called once for all. */
    private static final int MANY_STARTS = 5;

    private CommandTips() {}

    static List<String> of(Run run) {
        double totalMs = run.duration().totalMs();
        Savings savings = new Savings(totalMs * Saving.WORTH_IT);
        GitHubApi api = run.gitHubApi();
        if (api != null) {
            savings.add(throttled(api, run));
            savings.add(RequestSavings.certain(api));
            for (ApiFinding finding : ApiFindings.of(api, run.http())) {
                savings.add(finding.ms() > 0 && finding.isCertain() ? finding.saving() : null);
            }
        }
        savings.add(collections(run));
        addStarts(run, savings);
        List<String> tips = savings.tips();
        String host = sequentialHost(run);
        if (host != null) {
            tips.add(host);
        }
        Phase phase = PhaseTips.longest(run);
        if (phase != null && PhaseTips.wallMs(phase) > totalMs * HALF) {
            tips.add("Phase '" + phase.name() + "' took " + QuantityText.ms(PhaseTips.wallMs(phase)) + " of "
                    + QuantityText.ms(totalMs) + SlowCalls.of(run) + ".");
        }
        String start = start(run);
        if (start != null) {
            tips.add(start);
        }
        if (tips.isEmpty()) {
            tips.add(whereItGoes(run, phase));
        }
        return tips;
    }

    /** On a command whose CPU time grew. */
    static List<String> cpu(Run run) {
        Phase most = null;
        double mostMs = 0;
        for (Phase phase : run.duration().phases()) {
            Double ms = phase.cpuMs();
            if (ms != null && ms > mostMs) {
                most = phase;
                mostMs = ms;
            }
        }
        return List.of(
                most == null
                        ? "A CPU profile shows where it computes, on a busy machine, too."
                        : "Phase '" + most.name() + "' took " + QuantityText.ms(mostMs)
                                + " of CPU time, more than any other: a CPU profile shows where.");
    }

    /** Of the programs that it started so often that one call would do. */
    static List<String> starts(Run run) {
        Savings savings = new Savings(0);
        addStarts(run, savings);
        return savings.tips();
    }

    private static void addStarts(Run run, Savings savings) {
        if (run.processes() != null) {
            for (ProcessUse process : run.processes()) {
                savings.add(starts(process));
            }
        }
    }

    static @Nullable Saving throttled(GitHubApi api, Run run) {
        Double ms = api.throttledMs();
        if (ms == null || ms <= 0) {
            return null;
        }
        return new Saving(
                0,
                ms,
                "It waited " + QuantityText.ms(ms) + " of "
                        + QuantityText.ms(run.duration().totalMs()) + " for rate limits, over "
                        + QuantityText.requests(api.requestsMade())
                        + "; make fewer of them, or start it after the reset.");
    }

    static @Nullable Saving collections(Run run) {
        Double ms = run.resourceUsage().gcMs();
        double wall = run.duration().countedMs();
        if (ms == null || ms <= wall * Saving.WORTH_IT) {
            return null;
        }
        Long count = run.resourceUsage().gcCount();
        Phase phase = PhaseTips.mostAllocating(run);
        return new Saving(
                0,
                ms,
                "Garbage collection took " + QuantityText.ms(ms) + " of " + QuantityText.ms(wall)
                        + (count == null ? "" : " (" + QuantityText.count(count, "collection") + ")")
                        + "; raise the heap (-Xmx, -Xms) or allocate less"
                        + (phase == null ? "." : ": phase '" + phase.name() + "' allocates most."));
    }

    private static @Nullable Saving starts(ProcessUse process) {
        if (process.count() < MANY_STARTS) {
            return null;
        }
        return new Saving(
                0,
                process.ms() / process.count() * (process.count() - 1),
                "'" + process.program() + "' was started " + process.count() + " times, "
                        + QuantityText.ms(process.ms()) + " in all; one call for all of the work would save "
                        + QuantityText.count(process.count() - 1, "start") + ".");
    }

    private static @Nullable String sequentialHost(Run run) {
        double totalMs = run.duration().totalMs();
        HttpHost host = SequentialHost.of(run.http(), run.gitHubApi(), totalMs);
        if (host == null) {
            return null;
        }
        return QuantityText.requests(host.requests()) + " to " + host.host() + " took " + QuantityText.ms(host.ms())
                + " of " + QuantityText.ms(totalMs)
                + "; if they run one after another, run a few at the same time, with a limit.";
    }

    private static @Nullable String start(Run run) {
        Double start = run.duration().jvmStartupMs();
        Double process = run.duration().processMs();
        if (start == null || process == null || run.resourceUsage().hasOwnArchive() || start <= process * LONG_START) {
            return null;
        }
        // From JDK 25 on, the JVM warns of a class archive on stdout when there is an agent.
        return "JVM start took " + QuantityText.ms(start) + " of the process's " + QuantityText.ms(process)
                + (hasCaches(run.environment().jdk())
                        ? "; 'java -jar perf-agent.jar prepare --archive FILE -- COMMAND' makes a cache of its classes and"
                                + " measures what that saves."
                        : "; an AppCDS archive, created without any agent, or -XX:TieredStopAtLevel=1 may shorten it: try"
                                + " and verify.");
    }

    /** Whether a JDK of that version makes AOT caches in one step: 25 and later. */
    private static boolean hasCaches(String jdk) {
        int feature = 0;
        for (int i = 0; i < jdk.length() && Character.isDigit(jdk.charAt(i)) && feature < FIRST_WITH_CACHES; i++) {
            feature = feature * 10 + Character.digit(jdk.charAt(i), 10);
        }
        return feature >= FIRST_WITH_CACHES;
    }

    private static String whereItGoes(Run run, @Nullable Phase longest) {
        double totalMs = run.duration().totalMs();
        String calls = SlowCalls.sentence(run);
        if (calls != null) {
            return calls;
        }
        if (longest != null) {
            return "No phase took over half of the time; the longest was '" + longest.name() + "' with "
                    + QuantityText.ms(PhaseTips.wallMs(longest)) + " of " + QuantityText.ms(totalMs) + ".";
        }
        Double cpu = run.resourceUsage().cpuTimeMs();
        double cpuWaitMs = RecentTimes.known(run.resourceUsage().contention().cpuWaitMs());
        double activeMs = Double.isNaN(cpuWaitMs) ? totalMs : totalMs - cpuWaitMs;
        String waits = cpu != null && cpu < activeMs * MOSTLY_WAITING
                ? "It used " + QuantityText.ms(cpu) + " of CPU in " + QuantityText.ms(totalMs)
                        + ", so it mostly waits. "
                : "";
        return waits + "Name its phases in instrumentation.yml to see where the time goes.";
    }
}
