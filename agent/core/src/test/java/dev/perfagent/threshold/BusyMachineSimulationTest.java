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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often runs on a busy machine are told that did not change, and how soon those that did. Histories are made of recorded runs, in blocks
 * of 5 to 25 as they followed each other, so that what a load does to some runs in a row is in them (moving-block bootstrap). The figures
 * are those of docs/verdicts.md.
 */
class BusyMachineSimulationTest {
    private static final int HISTORIES = 500;
    private static final int UNCHANGED_RUNS = 20;
    private static final AlertPolicy THREE = new AlertPolicy(true, 50.0, 3, Set.of());

    /** Of a part of the work that is done more, the JVM's own threads notice this much: more code is hot, more is allocated. */
    private static final double JVM_NOTICES = 0.25;

    /** Checkstyle under a load as build machines have it: the bars hold, but a fifth more work takes a longer history to be found as often. */
    @ParameterizedTest
    @CsvSource({"7, 0.8", "12, 0.8", "20, 0.8", "50, 0.9"})
    void onABusyMachine(int before, double fifthFound) throws IOException {
        List<Recorded> series = series("checkstyle");

        Rates rates = unchanged(series, before);
        double half = found(series, before, 3, run -> run.working(0.5));
        double fifth = found(series, before, 10, run -> run.working(0.2));
        double server = before < 12 ? 1 : waitingFound(series, before);

        String figures = rates + ", half " + half + ", fifth " + fifth + ", server " + server;
        assertThat(rates.told()).as(figures).isLessThan(0.01);
        assertThat(rates.critical()).isLessThan(0.001);
        assertThat(half).isGreaterThanOrEqualTo(0.9);
        assertThat(fifth).isGreaterThanOrEqualTo(fifthFound);
        assertThat(server).isGreaterThanOrEqualTo(0.9);
    }

    /** Four to fifty times as many threads as processors: only CPU time is looked at there. */
    @ParameterizedTest
    @ValueSource(ints = {7, 12, 20, 50})
    void onAnOverloadedMachine(int before) throws IOException {
        List<Recorded> series = series("h2");

        Rates rates = unchanged(series, before);
        double half = found(series, before, 3, run -> run.working(0.5));

        assertThat(rates.told()).as(rates + ", half " + half).isLessThan(0.025);
        assertThat(rates.critical()).isLessThan(0.001);
        assertThat(half).isGreaterThanOrEqualTo(0.9);
    }

    private static List<Recorded> series(String name) throws IOException {
        List<Recorded> series = new ArrayList<>();
        String file = "/busy-machine-" + name + ".tsv";
        try (InputStream in =
                Objects.requireNonNull(BusyMachineSimulationTest.class.getResourceAsStream(file), "the series")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                String[] fields = line.split("\t", -1);
                if (!fields[0].matches("\\d+")) {
                    continue; // what it is, and the names of the columns
                }
                double[] ms = new double[5];
                for (int i = 0; i < ms.length; i++) {
                    ms[i] = Double.parseDouble(fields[i + 1]);
                }
                series.add(new Recorded(ms[0], ms[1], ms[2], ms[3], ms[4]));
            }
        }
        assertThat(series).hasSizeGreaterThan(60);
        return series;
    }

    /** Shares of the judged runs. */
    private record Rates(double told, double critical) {}

    private static Rates unchanged(List<Recorded> series, int before) {
        Random random = new Random(20_261_128);
        double told = 0;
        double critical = 0;
        for (int history = 0; history < HISTORIES; history++) {
            List<Recorded> runs = history(series, random, before + UNCHANGED_RUNS);
            for (int i = before; i < runs.size(); i++) {
                Result worst = worst(runs, i);
                told += worst == Result.OK ? 0 : 1;
                critical += worst == Result.CRITICAL ? 1 : 0;
            }
        }
        double judged = HISTORIES * UNCHANGED_RUNS;
        return new Rates(told / judged, critical / judged);
    }

    /** Of a command that waits for a server for longer than it computes. */
    private static double waitingFound(List<Recorded> series, int before) {
        Random random = new Random(20_261_130);
        double found = 0;
        for (int history = 0; history < HISTORIES; history++) {
            List<Recorded> runs = new ArrayList<>();
            for (Recorded run : history(series, random, before + 3)) {
                double waits = 2000 * Math.exp(0.05 * random.nextGaussian());
                runs.add(run.waiting(runs.size() < before ? waits : waits * 1.5));
            }
            found += isFound(runs, before) ? 1 : 0;
        }
        return found / HISTORIES;
    }

    private interface Change {
        Recorded of(Recorded run);
    }

    private static double found(List<Recorded> series, int before, int within, Change change) {
        Random random = new Random(20_261_129);
        double found = 0;
        for (int history = 0; history < HISTORIES; history++) {
            List<Recorded> runs = history(series, random, before + within);
            for (int i = before; i < runs.size(); i++) {
                runs.set(i, change.of(runs.get(i)));
            }
            found += isFound(runs, before) ? 1 : 0;
        }
        return found / HISTORIES;
    }

    private static boolean isFound(List<Recorded> runs, int from) {
        for (int i = from; i < runs.size(); i++) {
            if (worst(runs, i) != Result.OK) {
                return true;
            }
        }
        return false;
    }

    private static List<Recorded> history(List<Recorded> series, Random random, int length) {
        List<Recorded> runs = new ArrayList<>();
        while (runs.size() < length) {
            int from = random.nextInt(series.size());
            int block = 5 + random.nextInt(21);
            for (int i = 0; i < block && runs.size() < length; i++) {
                runs.add(series.get((from + i) % series.size()));
            }
        }
        return runs;
    }

    private static Result worst(List<Recorded> runs, int index) {
        RecentTimes times = new RecentTimes();
        for (int i = index - 1; i >= 0 && i >= index - RecentTimes.MOST_RUNS; i--) {
            runs.get(i).addTo(times);
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

    private record Recorded(double totalMs, double waitMs, double threadMs, double cpuMs, double jvmMs) {
        /** With more of the application's own work, under the same load. */
        Recorded working(double more) {
            double application = cpuMs - jvmMs;
            double jvm = jvmMs * (1 + more * JVM_NOTICES);
            return new Recorded(
                    totalMs + more * (threadMs + waitMs),
                    waitMs * (1 + more),
                    threadMs * (1 + more),
                    application * (1 + more) + jvm,
                    jvm);
        }

        Recorded waiting(double moreMs) {
            return new Recorded(totalMs + moreMs, waitMs, threadMs, cpuMs, jvmMs);
        }

        void addTo(RecentTimes times) {
            times.add(totalMs, waitMs, threadMs, cpuMs, jvmMs);
        }

        Run run() {
            return JudgedRun.took(totalMs)
                    .shared(waitMs, threadMs, cpuMs, jvmMs)
                    .run();
        }
    }
}
