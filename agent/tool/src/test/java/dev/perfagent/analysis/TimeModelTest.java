package dev.perfagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Contention;
import dev.perfagent.statistics.Noise;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.TimeSeries;
import dev.perfagent.threshold.SimulationScope;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Histories of known truth: what was planted is found, and nothing else is. {@code main} does the same over more seeds and prints
 * the rates that docs/decisions has.
 */
class TimeModelTest {
    /** A Thursday. */
    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");

    private static final int SEEDS = SimulationScope.IS_WHOLE ? 25 : 10;

    /** Of histories in which several things are weighed against each other, which takes ten times as long. */
    private static final int FEWER_SEEDS = SimulationScope.IS_WHOLE ? 10 : 5;

    private static final double STEP = 1.3;

    @Test
    void noTroubleIsNoChange() {
        assertRates(new Truth(28, 240, Noise.logNormal(0.15)), SEEDS, 0.04, 0);
    }

    @Test
    void weekdaysAndHoursAreNoChange() {
        assertRates(new Truth(28, 240, Noise.logNormal(0.1)).season(1.25, 1.15), FEWER_SEEDS, 0.1, 0);
    }

    @Test
    void aDriftIsADriftAndNoChange() {
        assertRates(new Truth(30, 240, Noise.logNormal(0.1)).drift(0.01), SEEDS, 0.1, 0);
    }

    @Test
    void aStepIsFound() {
        assertRates(new Truth(28, 240, Noise.logNormal(0.1)).step(STEP), SEEDS, 0.1, 0.95);
    }

    @Test
    void aStepOnTopOfASeasonIsFound() {
        assertRates(new Truth(28, 240, Noise.logNormal(0.1)).season(1.25, 1.15).step(STEP), FEWER_SEEDS, 0.1, 0.9);
    }

    @Test
    void aStepOnTopOfADriftIsFound() {
        assertRates(new Truth(30, 240, Noise.logNormal(0.1)).drift(0.01).step(STEP), FEWER_SEEDS, 0.1, 0.9);
    }

    @Test
    void oddRunsAreNoChange() {
        assertRates(new Truth(28, 240, Noise.spikes()), SEEDS, 0.08, 0);
    }

    private static void assertRates(Truth truth, int seeds, double mostFalse, double leastFound) {
        Rates rates = Rates.of(truth, seeds);
        assertThat(rates.falseChanges()).as(rates.toString()).isLessThanOrEqualTo(mostFalse);
        assertThat(rates.found()).as(rates.toString()).isGreaterThanOrEqualTo(leastFound);
        double drifts = rates.drifts();
        if (truth.drift == 0) {
            assertThat(drifts).as(rates.toString()).isLessThanOrEqualTo(0.1);
        } else {
            assertThat(drifts).as(rates.toString()).isGreaterThanOrEqualTo(0.9);
        }
    }

    /**
     * What was found, as parts of the histories.
     *
     * @param falseChanges with a change that was not planted
     * @param found in which the step was found to within two days
     * @param drifts in which a drift was found
     * @param blamed in which a version was named for a change, or a change at a place where there was none
     */
    record Rates(double falseChanges, double found, double drifts, double blamed, double ms) {
        static Rates of(Truth truth, int seeds) {
            long begin = System.nanoTime();
            List<Found> all = IntStream.rangeClosed(1, seeds)
                    .parallel()
                    .mapToObj(seed -> Found.of(truth, seed))
                    .toList();
            double ms = (System.nanoTime() - begin) / 1e6 / seeds;
            return new Rates(
                    rate(all, Found::wrong),
                    rate(all, Found::step),
                    rate(all, Found::drift),
                    rate(all, Found::blamed),
                    ms);
        }

        private static double rate(List<Found> all, Predicate<Found> what) {
            return (double) all.stream().filter(what).count() / all.size();
        }
    }

    /** What was found in one history. */
    record Found(boolean wrong, boolean step, boolean drift, boolean blamed) {
        static Found of(Truth truth, int seed) {
            CommandTally tally = truth.tally(new SplittableRandom(seed));
            TimeSeries series = tally.machines().get(0).getValue().series();
            TimeModel course = TimeModel.of(series, ZoneOffset.UTC);
            ChangeFinder finder = new ChangeFinder("", series, Objects.requireNonNull(course), tally);
            List<Change> changes = new ArrayList<>(finder.changes());
            boolean hit = changes.removeIf(change -> truth.step != 1
                    && Duration.between(truth.stepAt(), change.at()).abs().compareTo(Duration.ofDays(2)) < 0
                    && change.isSlower());
            return new Found(
                    !changes.isEmpty(),
                    hit,
                    finder.drift() != null,
                    changes.stream().anyMatch(Change::atRelease));
        }
    }

    /** What a history is made of. */
    static final class Truth {
        private final int days;
        private final int runs;
        private final Noise noise;
        private double weekday = 1;
        private double morning = 1;
        private double drift;
        private double step = 1;

        Truth(int days, int runs, Noise noise) {
            this.days = days;
            this.runs = runs;
            this.noise = noise;
        }

        Truth season(double onWeekdays, double inTheMorning) {
            weekday = onWeekdays;
            morning = inTheMorning;
            return this;
        }

        Truth drift(double perDay) {
            drift = perDay;
            return this;
        }

        Truth step(double factor) {
            step = factor;
            return this;
        }

        /** With the release in the middle of the history, at two thirds of it. */
        Instant stepAt() {
            return FIRST.plus(Duration.ofDays(days * 2L / 3));
        }

        CommandTally tally(SplittableRandom random) {
            CommandTally command = new CommandTally();
            double[] places = random.doubles(runs).sorted().toArray();
            for (double place : places) {
                Instant at =
                        FIRST.plusMillis((long) (place * Duration.ofDays(days).toMillis()));
                LocalDateTime local = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
                DayOfWeek day = local.getDayOfWeek();
                boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
                boolean later = !at.isBefore(stepAt());
                double ms = 1000
                        * noise.next(random)
                        * (weekend ? 1 : weekday)
                        * (local.getHour() >= 8 && local.getHour() < 12 ? morning : 1)
                        * Math.pow(1 + drift, place * days)
                        * (later ? step : 1);
                command.addTime("", at, ms, later ? "2.1.0" : "2.0.0", Contention.UNKNOWN);
            }
            command.sort();
            return command;
        }
    }

    public static void main(String[] arguments) {
        int seeds = Integer.parseInt(arguments[0]);
        Noise noise = Noise.logNormal(0.1);
        print("nothing, 15 % noise", new Truth(28, 240, Noise.logNormal(0.15)), seeds);
        print("nothing, 20 % noise, 2000 runs", new Truth(60, 2000, Noise.logNormal(0.2)), seeds);
        print("season", new Truth(28, 240, noise).season(1.25, 1.15), seeds);
        print("season, 3000 runs", new Truth(42, 3000, noise).season(1.25, 1.15), seeds);
        print("season, 15 days", new Truth(15, 240, noise).season(1.25, 1.15), seeds);
        print("drift 1 %", new Truth(30, 240, noise).drift(0.01), seeds);
        print("drift 1 %, 3000 runs", new Truth(30, 3000, noise).drift(0.01), seeds);
        print("drift -1 %", new Truth(30, 240, noise).drift(-0.01), seeds);
        print("step 30 %", new Truth(28, 240, noise).step(STEP), seeds);
        print("step 30 %, 3000 runs", new Truth(28, 3000, noise).step(STEP), seeds);
        print("step 30 %, 12 days", new Truth(12, 240, noise).step(STEP), seeds);
        print("step 15 %", new Truth(28, 240, noise).step(1.15), seeds);
        print("step and season", new Truth(28, 240, noise).season(1.25, 1.15).step(STEP), seeds);
        print("step and drift", new Truth(30, 240, noise).drift(0.01).step(STEP), seeds);
        print(
                "step, season and drift",
                new Truth(42, 480, noise).season(1.25, 1.15).drift(0.01).step(STEP),
                seeds);
        print("odd runs", new Truth(28, 240, Noise.spikes()), seeds);
        print("two kinds", new Truth(28, 240, Noise.twoKinds()), seeds);
        print("odd runs and step", new Truth(28, 240, Noise.spikes()).step(STEP), seeds);
    }

    private static void print(String what, Truth truth, int seeds) {
        System.out.println(what + ": " + Rates.of(truth, seeds));
    }
}
