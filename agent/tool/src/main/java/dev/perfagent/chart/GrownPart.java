package dev.perfagent.chart;

import dev.perfagent.analysis.Change;
import dev.perfagent.statistics.MannWhitney;
import dev.perfagent.statistics.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a command's time before and after a change. Parts overlap: a request to the API is made inside a phase.
 *
 * @param kind such as {@code phase}
 * @param name of the phase; empty for the other kinds
 * @param before median of runs, in ms
 * @param after likewise
 */
public record GrownPart(String kind, String name, double before, double after) {
    /** Fewer say nothing. */
    private static final int LEAST_RUNS = 5;

    /** As everywhere: a part that may differ by chance alone is none that changed. */
    private static final double ALPHA = 0.01;

    private static final Map<String, Function<DrawnRun, @Nullable Double>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("GitHub API", DrawnRun::apiMs);
        KINDS.put("CPU time", DrawnRun::cpuMs);
        KINDS.put("waiting for a CPU", DrawnRun::waitMs);
        KINDS.put("garbage collection", DrawnRun::gcMs);
        KINDS.put("JVM startup", DrawnRun::startupMs);
    }

    /** By how much it grew, in ms; less than 0 when it shrank. */
    public double growth() {
        return after - before;
    }

    /**
     * What changed more than by chance, the most first.
     *
     * @param runs of the command, drawn at random
     * @param from where the time before the change begins, in ms since 1970
     * @param to where the time after it ends
     */
    public static List<GrownPart> of(Change change, List<DrawnRun> runs, long from, long to) {
        long at = change.at().toEpochMilli();
        List<DrawnRun> there = runs.stream()
                .filter(run -> run.fingerprint().equals(change.fingerprint()))
                .filter(run -> run.start() >= from && run.start() < to)
                .toList();
        List<DrawnRun> before = there.stream().filter(run -> run.start() < at).toList();
        List<DrawnRun> after = there.stream().filter(run -> run.start() >= at).toList();
        List<GrownPart> parts = new ArrayList<>();
        KINDS.forEach((kind, of) -> add(kind, "", of, before, after, parts));
        TreeSet<String> phases = new TreeSet<>();
        there.forEach(run -> run.phases().forEach(phase -> phases.add(phase.name())));
        phases.forEach(phase -> add("phase", phase, run -> msIn(phase, run), before, after, parts));
        parts.sort(Comparator.comparingDouble((GrownPart part) -> -Math.abs(part.growth())));
        return parts;
    }

    private static @Nullable Double msIn(String phase, DrawnRun run) {
        if (run.phases().isEmpty()) {
            return null;
        }
        return run.phases().stream()
                .filter(part -> part.name().equals(phase))
                .mapToDouble(DrawnRun.Part::ms)
                .sum();
    }

    private static void add(
            String kind,
            String name,
            Function<DrawnRun, @Nullable Double> of,
            List<DrawnRun> before,
            List<DrawnRun> after,
            List<GrownPart> to) {
        Sample old = known(of, before);
        Sample now = known(of, after);
        if (old.size() >= LEAST_RUNS && now.size() >= LEAST_RUNS && MannWhitney.pValue(old, now) < ALPHA) {
            to.add(new GrownPart(kind, name, old.median(), now.median()));
        }
    }

    private static Sample known(Function<DrawnRun, @Nullable Double> of, List<DrawnRun> runs) {
        return Sample.of(runs.stream()
                .map(of)
                .filter(value -> value != null && Double.isFinite(value))
                .toList());
    }
}
