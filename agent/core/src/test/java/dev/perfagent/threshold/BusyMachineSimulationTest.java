package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often runs on a busy machine are told that did not change, and how soon those that did. Histories are made of recorded
 * runs, in blocks of 5 to 25 as they followed each other, so that what a load does to some runs in a row is in them
 * (moving-block bootstrap). The figures are those of docs/verdicts.md.
 */
class BusyMachineSimulationTest {
    private static final int HISTORIES = 500;
    private static final int UNCHANGED_RUNS = 20;
    /**
     * Checkstyle under a load as build machines have it: the bars hold, but a fifth more work takes a longer history to be
     * found as often.
     */
    @ParameterizedTest
    @CsvSource({"7, 0.8", "12, 0.8", "20, 0.8", "50, 0.9"})
    void onABusyMachine(int before, double fifthFound) throws IOException {
        List<RecordedRun> series = RecordedRun.series("checkstyle");

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
        List<RecordedRun> series = RecordedRun.series("h2");

        Rates rates = unchanged(series, before);
        double half = found(series, before, 3, run -> run.working(0.5));

        assertThat(rates.told()).as(rates + ", half " + half).isLessThan(0.025);
        assertThat(rates.critical()).isLessThan(0.001);
        assertThat(half).isGreaterThanOrEqualTo(0.9);
    }

    /**
     * Other work on top, so that the command had a CPU for a quarter of the time at most; the JDK's number is that of the
     * series.
     */
    @ParameterizedTest
    @CsvSource({"17, 7", "17, 12", "17, 20", "17, 50", "25, 7", "25, 12", "25, 20", "25, 50"})
    void onAMachineWithFarTooMuchWork(String jdk, int before) throws IOException {
        List<RecordedRun> series = new ArrayList<>(RecordedRun.series("checkstyle-" + jdk));
        series.removeIf(RecordedRun::isChanged);

        Rates rates = unchanged(series, before);
        double half = found(series, before, 3, run -> run.working(0.5));
        double likeTheJvm = found(series, before, 3, run -> run.workingLikeTheJvm(0.5));

        String figures = rates + ", half " + half + ", with as much more work of the JVM " + likeTheJvm;
        assertThat(rates.told()).as(figures).isLessThan(0.01);
        assertThat(rates.critical()).isLessThan(0.001);
        assertThat(half).as(figures).isGreaterThanOrEqualTo(0.9);
        assertThat(likeTheJvm).as(figures).isGreaterThanOrEqualTo(0.88);
    }

    /**
     * The recorded runs in the order in which they were: none that did not change is reported, and the change is within three.
     */
    @ParameterizedTest
    @ValueSource(strings = {"17", "25"})
    void theRecordedRunsThemselves(String jdk) throws IOException {
        List<RecordedRun> runs = RecordedRun.series("checkstyle-" + jdk);
        int change = 0;
        while (!runs.get(change).isChanged()) {
            assertThat(RecordedRun.worst(runs, change)).as("run " + change).isEqualTo(Result.OK);
            change++;
        }

        assertThat(change).isGreaterThanOrEqualTo(200);
        assertThat(isFound(runs.subList(0, change + 3), change)).isTrue();
    }

    /** Shares of the judged runs. */
    private record Rates(double told, double critical) {}

    private static Rates unchanged(List<RecordedRun> series, int before) {
        Random random = new Random(20_261_128);
        double told = 0;
        double critical = 0;
        for (int history = 0; history < HISTORIES; history++) {
            List<RecordedRun> runs = RecordedRun.history(series, random, before + UNCHANGED_RUNS);
            for (int i = before; i < runs.size(); i++) {
                Result worst = RecordedRun.worst(runs, i);
                told += worst == Result.OK ? 0 : 1;
                critical += worst == Result.CRITICAL ? 1 : 0;
            }
        }
        double judged = HISTORIES * UNCHANGED_RUNS;
        return new Rates(told / judged, critical / judged);
    }

    /** Of a command that waits for a server for longer than it computes. */
    private static double waitingFound(List<RecordedRun> series, int before) {
        Random random = new Random(20_261_130);
        double found = 0;
        for (int history = 0; history < HISTORIES; history++) {
            List<RecordedRun> runs = new ArrayList<>();
            for (RecordedRun run : RecordedRun.history(series, random, before + 3)) {
                double waits = 2000 * Math.exp(0.05 * random.nextGaussian());
                runs.add(run.waiting(runs.size() < before ? waits : waits * 1.5));
            }
            found += isFound(runs, before) ? 1 : 0;
        }
        return found / HISTORIES;
    }

    private interface Change {
        RecordedRun of(RecordedRun run);
    }

    private static double found(List<RecordedRun> series, int before, int within, Change change) {
        Random random = new Random(20_261_129);
        double found = 0;
        for (int history = 0; history < HISTORIES; history++) {
            List<RecordedRun> runs = RecordedRun.history(series, random, before + within);
            for (int i = before; i < runs.size(); i++) {
                runs.set(i, change.of(runs.get(i)));
            }
            found += isFound(runs, before) ? 1 : 0;
        }
        return found / HISTORIES;
    }

    private static boolean isFound(List<RecordedRun> runs, int from) {
        for (int i = from; i < runs.size(); i++) {
            if (RecordedRun.worst(runs, i) != Result.OK) {
                return true;
            }
        }
        return false;
    }
}
