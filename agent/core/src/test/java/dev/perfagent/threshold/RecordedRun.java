package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A run as {@code bench/contention.sh} recorded it on a machine with other work.
 *
 * @param isChanged whether it had more to do than the others of its series
 * @param jvmMs NaN in runs of less than about 0.25 s
 * @param gaugeMs NaN in the series from before there was a gauge
 * @param gaugeId what that is of: the agent's own work, or the JVM's start
 * @param lookUs NaN in the series from before looks were timed, and in short runs
 */
record RecordedRun(
        boolean isChanged,
        double totalMs,
        double waitMs,
        double threadMs,
        double cpuMs,
        double jvmMs,
        double gaugeMs,
        String gaugeId,
        double lookUs) {
    private static final AlertPolicy THREE = new AlertPolicy(true, 50.0, 3, Set.of());

    /**
     * Of a part of the work that is done more, the JVM's own threads notice this much in longer runs: more code is hot, more is
     * allocated.
     */
    private static final double JVM_NOTICES = 0.25;

    /** Index of that column. */
    private static final int GAUGE_ID = 9;

    /** Runs that follow each other and meet the same load. */
    private static final int SHORTEST_BLOCK = 5;

    private static final int LONGEST_BLOCK = 25;

    /** All of a series, in their order. */
    static List<RecordedRun> series(String name) throws IOException {
        List<RecordedRun> series = new ArrayList<>();
        String file = "/busy-machine-" + name + ".tsv";
        try (InputStream in = Objects.requireNonNull(RecordedRun.class.getResourceAsStream(file), file)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                String[] fields = line.split("\t", -1);
                if (fields[0].matches("unchanged|changed")) { // else what it is, and the names of the columns
                    series.add(new RecordedRun(
                            fields[0].equals("changed"),
                            Double.parseDouble(fields[2]),
                            Double.parseDouble(fields[3]),
                            Double.parseDouble(fields[4]),
                            Double.parseDouble(fields[5]),
                            optional(fields, 6),
                            optional(fields, 7),
                            fields.length > GAUGE_ID ? fields[GAUGE_ID] : "",
                            optional(fields, 8)));
                }
            }
        }
        assertThat(series).hasSizeGreaterThanOrEqualTo(60);
        return series;
    }

    private static double optional(String[] fields, int index) {
        return fields.length > index && !fields[index].isEmpty() ? Double.parseDouble(fields[index]) : Double.NaN;
    }

    /** Some history made of these: blocks of runs as they followed each other (moving-block bootstrap). */
    static List<RecordedRun> history(List<RecordedRun> series, Random random, int length) {
        List<RecordedRun> runs = new ArrayList<>();
        while (runs.size() < length) {
            int from = random.nextInt(series.size());
            int block = SHORTEST_BLOCK + random.nextInt(LONGEST_BLOCK - SHORTEST_BLOCK + 1);
            for (int i = 0; i < block && runs.size() < length; i++) {
                runs.add(series.get((from + i) % series.size()));
            }
        }
        return runs;
    }

    /** The worst that is said against the run at that index beside those before it. */
    static Result worst(List<RecordedRun> runs, int index) {
        RecentTimes times = new RecentTimes();
        for (int i = index - 1; i >= 0 && i >= index - RecentTimes.MOST_RUNS; i--) {
            runs.get(i).addTo(times, runs.get(index).gaugeId);
        }
        List<Verdict> verdicts = new ArrayList<>();
        Regression.judge(
                runs.get(index).run(),
                Spread.TOLERANCE,
                THREE,
                Judged.recent(times, new RecentTimes(), null),
                verdicts);
        Result worst = Result.OK;
        for (Verdict verdict : verdicts) {
            if (verdict.isBroken() && verdict.result().compareTo(worst) > 0) {
                worst = verdict.result();
            }
        }
        return worst;
    }

    /** With more of the application's own work, under the same load. */
    RecordedRun working(double more) {
        return working(more, more * JVM_NOTICES);
    }

    /** The same in a short run, in which most of the work is the compilers'; measured with Checkstyle over some files more. */
    RecordedRun workingLikeTheJvm(double more) {
        return working(more, more);
    }

    private RecordedRun working(double more, double moreOfTheJvm) {
        double jvm = jvmMs * (1 + moreOfTheJvm);
        double cpu = jvmMs >= 0 ? (cpuMs - jvmMs) * (1 + more) + jvm : cpuMs * (1 + more);
        return new RecordedRun(
                true,
                totalMs + more * (threadMs + waitMs),
                waitMs * (1 + more),
                threadMs * (1 + more),
                cpu,
                jvm,
                gaugeMs,
                gaugeId,
                lookUs);
    }

    /** The same run, as if the CPU had been slower by that factor. */
    RecordedRun slower(double factor) {
        double cpu = (factor - 1) * (threadMs + waitMs);
        return new RecordedRun(
                false,
                totalMs + cpu,
                waitMs * factor,
                threadMs * factor,
                cpuMs * factor,
                jvmMs * factor,
                gaugeMs * factor,
                gaugeId,
                lookUs * factor);
    }

    /** Waiting that much longer for something else than a CPU. */
    RecordedRun waiting(double moreMs) {
        return new RecordedRun(isChanged, totalMs + moreMs, waitMs, threadMs, cpuMs, jvmMs, gaugeMs, gaugeId, lookUs);
    }

    /** As where nothing but wall time is known. */
    RecordedRun wallOnly() {
        return new RecordedRun(
                isChanged, totalMs, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "", Double.NaN);
    }

    /** As if nothing showed how slow the CPU was but the JVM's own threads. */
    RecordedRun withoutGauge() {
        return new RecordedRun(isChanged, totalMs, waitMs, threadMs, cpuMs, jvmMs, Double.NaN, "", Double.NaN);
    }

    /** As if nothing showed how slow the CPU was but the JVM's own threads, and the agent's start. */
    RecordedRun withoutLooks() {
        return new RecordedRun(isChanged, totalMs, waitMs, threadMs, cpuMs, jvmMs, gaugeMs, gaugeId, Double.NaN);
    }

    private void addTo(RecentTimes times, String judgedGauge) {
        boolean sameWork = gaugeId.equals(judgedGauge);
        times.add(
                totalMs,
                waitMs,
                threadMs,
                cpuMs,
                jvmMs,
                sameWork ? gaugeMs : Double.NaN,
                sameWork ? lookUs : Double.NaN);
    }

    private Run run() {
        JudgedRun run = JudgedRun.took(totalMs);
        run = waitMs >= 0 ? run.shared(waitMs, threadMs, cpuMs, jvmMs >= 0 ? jvmMs : null) : run;
        return (gaugeMs >= 0 ? run.gauged(gaugeMs, lookUs >= 0 ? lookUs : null, "agent") : run).run();
    }
}
