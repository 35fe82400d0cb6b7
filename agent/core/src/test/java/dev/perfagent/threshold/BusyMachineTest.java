package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is the tool's part of a run's time, and what the machine's. */
class BusyMachineTest {
    private static final AlertPolicy THREE = new AlertPolicy(true, 50.0, 3, Set.of());

    private static final double JVM = 400;

    /** A run with 300 ms of CPU time, 250 of them on the command's thread, which waits 750 ms for an answer. */
    private static final Times QUIET = new Times(1000, 0, 250, 300);

    @Test
    void waitingForACpuIsNotTold() {
        List<Verdict> verdicts = judge(QUIET.busy(2000), QUIET.busy(2100), QUIET.busy(1900));

        assertThat(of(Measure.TIME, verdicts).result()).isEqualTo(Result.OK);
        assertThat(of(Measure.CPU_TIME, verdicts).isBroken()).isFalse();
    }

    @Test
    void cpuTimeThatGrewIsToldThoughTheTimeSaysNothing() {
        Times more = QUIET.working(150).busy(2000);

        List<Verdict> verdicts = judge(more, more, more);

        assertThat(of(Measure.TIME, verdicts).isBroken()).isFalse();
        Verdict cpu = of(Measure.CPU_TIME, verdicts);
        assertThat(cpu.isBroken()).isTrue();
        assertThat(cpu.value()).isEqualTo(450);
        assertThat(cpu.explanation())
                .startsWith("CPU time 450ms, 50% over the median of 30 recent runs (300ms)")
                .endsWith("in 3 runs in a row; wall time says nothing here: the machine was busy (its share 59%)");
    }

    @ParameterizedTest
    @CsvSource({
        "500, 0, 'CPU time did not grow (300ms), so it waits longer for something else'",
        "300, 300, 'CPU time grew by 100%, to 600ms'"
    })
    void whichPartGrewIsSaidInOneAlert(double waitingMs, double workMs, String part) {
        Times slow = new Times(1000 + waitingMs + workMs, 0, 250 + workMs, 300 + workMs).busy(2000);

        List<Verdict> verdicts = judge(slow, slow, slow);

        assertThat(of(Measure.TIME, verdicts).isBroken()).isTrue();
        assertThat(of(Measure.TIME, verdicts).explanation())
                .contains("; " + part)
                .contains("part is not counted");
        assertThat(find(Measure.CPU_TIME, verdicts)).isNull();
    }

    @Test
    void aFixedLimitIsOneOnAllOfTheTimeAndSaysTheMachinesPart() {
        Benchmarks limits = JudgedRun.benchmarks(JudgedRun.budget(null, null, 1500.0));

        Verdict maximum = Judged.verdict(
                Judged.verdicts(QUIET.busy(1000).run(), limits, AlertPolicies.standard(), RecentRuns.NONE),
                Measure.TIME,
                VerdictRule.MAXIMUM);

        assertThat(maximum.value()).isEqualTo(2120);
        assertThat(maximum.explanation())
                .isEqualTo("2.1s against a limit of at most 1.5s, missed by 41%; the machine's part: it waited 1.0s of"
                        + " 2.1s for a CPU (47%)");
    }

    /** Seven runs: five to compare with, and two of the row. */
    @ParameterizedTest
    @CsvSource({"7, true", "6, false"})
    void cpuTimeIsJudgedAfterFewRuns(int runs, boolean judged) {
        List<Verdict> verdicts = new ArrayList<>();

        Regression.judge(QUIET.run().run(), Spread.TOLERANCE, THREE, recent(runs), verdicts);

        assertThat(find(Measure.CPU_TIME, verdicts) != null).isEqualTo(judged);
        assertThat(of(Measure.TIME, verdicts).result()).isEqualTo(Result.INCONCLUSIVE);
    }

    /** Twelve runs: ten to compare with, and two of the row. */
    @ParameterizedTest
    @CsvSource({"12, true", "11, false"})
    void littleCpuTimeIsJudgedAfterTenRuns(int runs, boolean judged) {
        Times little = new Times(1000, 0, 34, 34);
        RecentTimes times = new RecentTimes();
        for (int i = 0; i < runs; i++) {
            little.addTo(times);
        }
        List<Verdict> verdicts = new ArrayList<>();

        Regression.judge(
                little.run().run(), Spread.TOLERANCE, THREE, Judged.recent(times, new RecentTimes(), null), verdicts);

        assertThat(find(Measure.CPU_TIME, verdicts) != null).isEqualTo(judged);
    }

    @Test
    void onAnOverloadedMachineOnlyCpuTimeIsTold() {
        Times slow = new Times(2000, 0, 250, 300).busy(12_000);

        assertThat(judge(slow, slow, slow)).noneMatch(Verdict::isBroken);
        assertThat(of(Measure.CPU_TIME, judge(slow.working(200), slow.working(200), slow.working(200)))
                        .isBroken())
                .isTrue();
    }

    /** What is left out for other threads hides what a run on a busy machine waits for, and shows it once that is quiet again. */
    @ParameterizedTest
    @CsvSource({"0, false", "600, true"})
    void aMachineThatHasJustBecomeQuietIsNotReported(double longerMs, boolean reported) {
        RecentTimes times = new RecentTimes();
        times.add(1000 + longerMs, 300, 350, 650, 300);
        times.add(1000 + longerMs, 300, 350, 650, 300);
        for (int i = 0; i < 30; i++) {
            times.add(3000 + i, 2400, 350, 650, 300);
        }
        List<Verdict> verdicts = new ArrayList<>();

        Regression.judge(
                JudgedRun.took(1000 + longerMs).shared(300, 350, 650, 300.0).run(),
                Spread.TOLERANCE,
                THREE,
                Judged.recent(times, new RecentTimes(), null),
                verdicts);

        assertThat(of(Measure.TIME, verdicts).isBroken()).isEqualTo(reported);
    }

    /** A fifth more work, which is in no run more than the band: nine of them together show it. */
    @Test
    void aSmallGrowthIsToldByTheMeanOfSomeRuns() {
        Times more = QUIET.working(57).busy(2000);

        assertThat(of(Measure.CPU_TIME, judge(more, more, more)).isBroken()).isFalse();
        Verdict cpu = of(Measure.CPU_TIME, judge(more, more, more, more, more, more, more, more, more));
        assertThat(cpu.result()).isEqualTo(Result.WARNING);
        assertThat(cpu.explanation())
                .isEqualTo("CPU time 357ms, 19% over the median of 30 recent runs (300ms) and over the 328ms that their"
                        + " spread explains; that is the mean of the last 9 runs without the 2 slowest; wall time"
                        + " says nothing here: the machine was busy (its share 61%)");
    }

    /** All of the run's work took a third more CPU time, and so did what the agent does in each run. */
    @ParameterizedTest
    @CsvSource({"21, false", "15, true"})
    void aSlowCpuIsNotReported(double gaugeMs, boolean reported) {
        RecentTimes times = new RecentTimes();
        for (int i = 0; i < 30; i++) {
            boolean slow = i < 2;
            times.add(1000, 0, slow ? 390 : 300, 400 + (slow ? 390 : 300), 400, slow ? gaugeMs : 15, Double.NaN);
        }
        JudgedRun run = JudgedRun.took(1090).shared(0, 390, 790, 400.0).gauged(gaugeMs, "work");
        List<Verdict> verdicts = new ArrayList<>();

        Regression.judge(run.run(), Spread.TOLERANCE, THREE, Judged.recent(times, new RecentTimes(), null), verdicts);

        assertThat(of(Measure.CPU_TIME, verdicts).isBroken()).isEqualTo(reported);
    }

    /** What a look of the agent's takes counts in part where nothing else shows that the CPU was slower. */
    @ParameterizedTest
    @CsvSource({"1.3, 1.3, false", "1.3, 1.7, true", "3, 2, true", "1, 1.4, true", "0.8, 1, false"})
    void aCpuThatOnlyTheLooksShowToBeALittleSlowIsNotReported(double look, double work, boolean reported) {
        RecentTimes times = new RecentTimes();
        for (int i = 0; i < 30; i++) {
            double cpu = i < 2 ? 300 * work : 300 * (i % 3 == 0 ? 1.05 : i % 3 == 1 ? 0.95 : 1);
            times.add(1000, 0, cpu, 400 + cpu, 400, 15, i < 2 ? 200 * look : 200);
        }
        JudgedRun run = JudgedRun.took(700 + 300 * work)
                .shared(0, 300 * work, 400 + 300 * work, 400.0)
                .gauged(15, 200 * look, "work");
        List<Verdict> verdicts = new ArrayList<>();

        Regression.judge(run.run(), Spread.TOLERANCE, THREE, Judged.recent(times, new RecentTimes(), null), verdicts);

        assertThat(verdicts.stream().anyMatch(Verdict::isBroken)).isEqualTo(reported);
    }

    /**
     * On a machine that is several times slower for a while, and then stays so: what the JVM's threads and the gauge agree on is
     * taken out, and growth beside it is still found. A gauge that is disturbed hides little.
     */
    @ParameterizedTest
    @CsvSource({"3, 3, 3, false", "3, 3, 4.5, true", "2, 2, 2, false", "1, 3, 1, false", "1, 3, 1.5, true"})
    void aCpuThatIsSeveralTimesSlowerIsNotReported(double jvm, double gauge, double work, boolean reported) {
        for (int already : new int[] {2, 8}) {
            RecentTimes times = new RecentTimes();
            for (int i = 0; i < 30; i++) {
                double cpu = i < already ? 300 * work : 300 * (i % 3 == 0 ? 1.05 : i % 3 == 1 ? 0.95 : 1);
                double jvmMs = i < already ? 400 * jvm : 400;
                times.add(1000, 0, cpu, jvmMs + cpu, jvmMs, i < already ? 15 * gauge : 15, Double.NaN);
            }
            JudgedRun run = JudgedRun.took(700 + 300 * work)
                    .shared(0, 300 * work, 400 * jvm + 300 * work, 400 * jvm)
                    .gauged(15 * gauge, "work");
            List<Verdict> verdicts = new ArrayList<>();

            Regression.judge(
                    run.run(), Spread.TOLERANCE, THREE, Judged.recent(times, new RecentTimes(), null), verdicts);

            assertThat(verdicts.stream().anyMatch(Verdict::isBroken))
                    .as(already + " before: " + verdicts)
                    .isEqualTo(reported);
        }
    }

    /** Of a short run no more is known than the CPU time of its thread: a sixth more is seen in the mean of nine runs. */
    @ParameterizedTest
    @CsvSource({"60, 70, true", "60, 62, false", "20, 24, false"})
    void aShortRunIsJudgedByTheCpuTimeOfItsThread(double before, double now, boolean reported) {
        RecentTimes times = new RecentTimes();
        for (int i = 0; i < 38; i++) {
            double ms = i < 8 ? now : before;
            times.add(30, 0, i % 2 == 0 ? ms * 1.02 : ms / 1.02, 20, Double.NaN);
        }
        JudgedRun run = JudgedRun.took(30).shared(0, now, 20, null);
        RecentRuns recent = Judged.recent(times, new RecentTimes(), null);

        List<Verdict> verdicts = new ArrayList<>();
        Regression.judge(run.run(), Spread.TOLERANCE, THREE, recent, verdicts);

        Verdict cpu = of(Measure.CPU_TIME, verdicts);
        assertThat(cpu.isBroken()).as(verdicts.toString()).isEqualTo(reported);
        assertThat(Regression.isPossible(run.run(), recent)).isEqualTo(reported);
        if (reported) {
            assertThat(cpu.explanation())
                    .isEqualTo(
                            "CPU time 70ms, 16% over the median of 30 recent runs (60ms) and over the 66ms that their"
                                    + " spread explains; that is the mean of the last 9 runs without the 2 slowest");
        }
    }

    /** An earlier run that was longer is compared by its thread, too. */
    @Test
    void aShortRunIsComparedWithLongerOnesByTheSameTime() {
        RecentTimes times = new RecentTimes();
        for (int i = 0; i < 30; i++) {
            times.add(60, 0, 60, i % 2 == 0 ? 300 : 20, i % 2 == 0 ? 100 : Double.NaN);
        }
        JudgedRun run = JudgedRun.took(60).shared(0, 60, 20, null);

        ComparedTime compared = ComparedTime.cpu(run.run(), Judged.recent(times, new RecentTimes(), null));

        assertThat(Objects.requireNonNull(compared).sameVersion()).hasSize(30).containsOnly(60);
    }

    /** The kernel's count of a thread is exact, that of the process is not. */
    @ParameterizedTest
    @CsvSource({
        "700, 400, 290, 290",
        "715, 400, 290, 300",
        "800, 400, 290, 400",
        "650, 400, 290, 290",
        "700, 400, NaN, 300"
    })
    void otherThreadsCountFromWhereTheyAreSure(double cpuMs, double jvmMs, double threadMs, double application) {
        assertThat(RecentTimes.applicationMs(cpuMs, jvmMs, threadMs)).isEqualTo(application);
    }

    private static List<Verdict> judge(Times now, Times... before) {
        List<Verdict> verdicts = new ArrayList<>();
        Regression.judge(now.run().run(), Spread.TOLERANCE, THREE, recent(30, before), verdicts);
        return verdicts;
    }

    private static RecentRuns recent(int quiet, Times... newer) {
        RecentTimes times = new RecentTimes();
        for (Times one : newer) {
            one.addTo(times);
        }
        for (int i = newer.length; i < quiet + newer.length; i++) {
            QUIET.addTo(times);
        }
        return Judged.recent(times, new RecentTimes(), null);
    }

    private static Verdict of(Measure measure, List<Verdict> verdicts) {
        Verdict found = find(measure, verdicts);
        assertThat(found).as("on " + measure + " in " + verdicts).isNotNull();
        return Objects.requireNonNull(found);
    }

    private static @Nullable Verdict find(Measure measure, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.measure() == measure)
                .findFirst()
                .orElse(null);
    }

    private record Times(double totalMs, double waitMs, double threadMs, double cpuMs) {
        /** The same beside other work of the machine. */
        Times busy(double forCpuMs) {
            return new Times(totalMs + forCpuMs * 1.12, waitMs + forCpuMs, threadMs, cpuMs);
        }

        Times working(double moreMs) {
            return new Times(totalMs + moreMs, waitMs, threadMs + moreMs, cpuMs + moreMs);
        }

        void addTo(RecentTimes times) {
            times.add(totalMs, waitMs, threadMs, cpuMs + JVM, JVM);
        }

        JudgedRun run() {
            return JudgedRun.took(totalMs).shared(waitMs, threadMs, cpuMs + JVM, JVM);
        }
    }
}
