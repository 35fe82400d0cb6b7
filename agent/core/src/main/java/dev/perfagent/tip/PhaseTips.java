package dev.perfagent.tip;

import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Phase;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.QuantityText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advice on a phase over its target, and which phase stands out. */
final class PhaseTips {
    /** CPU time over this share of the phase: it computes; under the other: it waits. Between them it does both. */
    private static final double COMPUTES = 0.8;

    private static final double WAITS = 0.3;

    /** Entered so often, a phase is better done for many at once. */
    private static final int MANY_ENTRIES = 100;

    private PhaseTips() {}

    /** What would save some of its time, and what it spends it on. */
    static List<String> of(String name, Run run) {
        Phase phase = null;
        for (Phase candidate : run.duration().phases()) {
            if (candidate.name().equals(name)) {
                phase = candidate;
            }
        }
        if (phase == null) {
            return List.of();
        }
        String took = "Phase '" + name + "' took " + QuantityText.ms(phase.ms());
        if (phase.selfMs() < phase.ms() / 2) {
            return List.of(took + ", " + QuantityText.ms(phase.ms() - phase.selfMs())
                    + " of it in phases entered inside it: look at those first.");
        }
        Double cpu = phase.cpuMs();
        if (cpu != null && cpu > withoutTheMachinesPart(phase) * COMPUTES) {
            return List.of(
                    took + ", " + QuantityText.ms(cpu) + " of it on the CPU: it computes, so a profiler shows where.");
        }
        List<String> tips = new ArrayList<>();
        GitHubApi api = run.gitHubApi();
        Saving saving = api == null ? null : RequestSavings.certain(api);
        if (saving != null && saving.ms() >= phase.ms() * Saving.WORTH_IT) {
            tips.add(saving.tip());
        }
        tips.add(took + use(phase, run));
        return tips;
    }

    private static String use(Phase phase, Run run) {
        Double cpu = phase.cpuMs();
        if (cpu != null && cpu < withoutTheMachinesPart(phase) * WAITS) {
            return ", only " + QuantityText.ms(cpu) + " of it on the CPU: it waits" + SlowCalls.of(run) + ".";
        }
        if (phase.count() >= MANY_ENTRIES) {
            return " over " + phase.count() + " entries, " + QuantityText.ms(phase.ms() / phase.count())
                    + " each on average: do the work for many at once.";
        }
        return " over " + (phase.count() == 1 ? "1 entry" : phase.count() + " entries") + SlowCalls.of(run) + ".";
    }

    /** Waiting for a CPU says nothing of what the phase does. */
    private static double withoutTheMachinesPart(Phase phase) {
        Double waited = phase.cpuWaitMs();
        return waited == null ? phase.ms() : phase.ms() - waited;
    }

    /** The phase with the most time of its own: an outer phase that only holds others explains nothing. */
    static @Nullable Phase longest(Run run) {
        Phase longest = null;
        for (Phase phase : run.duration().phases()) {
            if (longest == null || phase.selfMs() > longest.selfMs()) {
                longest = phase;
            }
        }
        return longest;
    }

    static @Nullable Phase mostAllocating(Run run) {
        Phase most = null;
        long mostBytes = 0;
        for (Phase phase : run.duration().phases()) {
            Long bytes = phase.allocatedBytes();
            if (bytes != null && bytes > mostBytes) {
                most = phase;
                mostBytes = bytes;
            }
        }
        return most;
    }

    /** The time in which at least one thread was in the phase; its {@code ms} is the sum over the threads. */
    static double wallMs(Phase phase) {
        Double parallelism = phase.parallelism();
        return parallelism == null || parallelism <= 1 ? phase.ms() : phase.ms() / parallelism;
    }
}
