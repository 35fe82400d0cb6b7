package dev.perfagent.threshold;

import dev.perfagent.run.Measure;
import dev.perfagent.run.Phase;
import dev.perfagent.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * A time of the run that is judged, beside the same time of the runs before it, all brought to the same slowness of the
 * machine.
 */
final class ComparedTime {
    /** A difference under this is no slowdown, whatever it is in percent: a timer tick, a page fault. */
    static final double FLOOR_MS = 5;

    /** CPU time is counted in steps of 10 ms. */
    private static final double CPU_FLOOR_MS = 20;

    /** Of less CPU time, those steps and what the JVM does beside the application are most of what makes runs vary. */
    private static final double LITTLE_CPU_MS = 100;

    private final boolean isCpu;
    private final double ms;
    private final double measuredMs;
    private final double[] sameVersion;
    private final double[] otherVersion;
    private final int fewestRuns;
    private final double floorMs;

    private ComparedTime(
            boolean isCpu,
            double ms,
            double measuredMs,
            double[] sameVersion,
            double[] otherVersion,
            int fewestRuns,
            double floorMs) {
        this.isCpu = isCpu;
        this.ms = ms;
        this.measuredMs = measuredMs;
        this.sameVersion = sameVersion;
        this.otherVersion = otherVersion;
        this.fewestRuns = fewestRuns;
        this.floorMs = floorMs;
    }

    /** The time without the machine's part, to be compared with earlier runs; all of it where that is not known. */
    static ComparedTime active(Run run, RecentRuns recent) {
        return active(run, recent, recent.usualMachine());
    }

    /** The same, to be compared with a fixed figure. */
    static ComparedTime activeAlone(Run run, RecentRuns recent) {
        return active(run, recent, recent.usualMachine().withoutWaiting());
    }

    private static ComparedTime active(Run run, RecentRuns recent, UsualMachine usual) {
        RecentTimes one = only(run);
        return new ComparedTime(
                false,
                one.activeMsAt(usual)[0],
                one.activeMs()[0],
                recent.sameVersion().activeMsAt(usual),
                recent.otherVersion().activeMsAt(usual),
                Spread.LEAST_RUNS,
                FLOOR_MS);
    }

    /**
     * The application's CPU time; in a run that is too short for it to be known that of the command's thread, which the kernel
     * counts exactly. Null when neither is known.
     */
    static @Nullable ComparedTime cpu(Run run, RecentRuns recent) {
        RecentTimes one = only(run);
        return one.knowsCpu()
                ? cpu(one, recent.sameVersion(), recent.otherVersion(), recent, Spread.LEAST_CPU_RUNS, CPU_FLOOR_MS)
                : cpuOfThread(one, recent);
    }

    private static @Nullable ComparedTime cpuOfThread(RecentTimes one, RecentRuns recent) {
        RecentTimes same = recent.sameVersion().ofThread();
        RecentTimes other = recent.otherVersion().ofThread();
        return cpu(one.ofThread(), same, other, recent, Spread.LEAST_RUNS, FLOOR_MS);
    }

    private static @Nullable ComparedTime cpu(
            RecentTimes one,
            RecentTimes sameVersion,
            RecentTimes otherVersion,
            RecentRuns recent,
            int fewestRuns,
            double floorMs) {
        UsualMachine usual = recent.usualMachine();
        double[] ms = one.cpuMs(usual);
        return ms.length == 0 || ms[0] <= 0
                ? null
                : ofCpu(one, ms[0], sameVersion.cpuMs(usual), otherVersion.cpuMs(usual), fewestRuns, floorMs);
    }

    private static ComparedTime ofCpu(
            RecentTimes one, double ms, double[] same, double[] other, int fewestRuns, double floorMs) {
        double[] before = same.length > 0 ? same : other;
        boolean isLittle = before.length > 0 && Spread.median(before) < LITTLE_CPU_MS;
        int fewest = isLittle ? Spread.LEAST_RUNS : fewestRuns;
        return new ComparedTime(true, ms, one.cpuMs()[0], same, other, fewest, floorMs);
    }

    /**
     * The same for the mean of the last runs, this one included. Of short runs nothing more is known for a mean than for each.
     *
     * @param last how many these are; what they were slower together counts more than what each of them was
     */
    static @Nullable ComparedTime cpuForMean(Run run, RecentRuns recent, int last) {
        RecentTimes one = only(run);
        if (!one.knowsCpu()) {
            return cpuOfThread(one, recent);
        }
        UsualMachine usual = recent.usualMachine();
        double[] ms = one.cpuMsForMean(usual);
        if (ms.length == 0 || ms[0] <= 0) {
            return null;
        }
        double[] same = recent.sameVersion().cpuMsForMean(usual);
        double[] other = recent.otherVersion().cpuMsForMean(usual);
        boolean sameVersion = same.length - (last - 1) >= Spread.LEAST_CPU_RUNS;
        Slowness now = new Slowness();
        one.addSlowness(0, 1, usual, now);
        recent.sameVersion().addSlowness(0, last - 1, usual, now);
        Slowness earlier = new Slowness();
        (sameVersion ? recent.sameVersion() : recent.otherVersion())
                .addSlowness(sameVersion ? last - 1 : 0, RecentTimes.MOST_RUNS, usual, earlier);
        double slower = Math.exp(now.beyondEach(earlier));
        ms[0] /= slower;
        for (int i = 0; i < Math.min(last - 1, same.length); i++) {
            same[i] /= slower;
        }
        int from = sameVersion ? last - 1 : 0;
        double[] before = sameVersion ? same : other;
        if (usual.hasGauge() && before.length - from >= Spread.LEAST_CPU_RUNS) {
            double[][] signsOfSame = recent.sameVersion().machineSigns(usual);
            double[][] signsOfOther = recent.otherVersion().machineSigns(usual);
            MachineEffect effect = MachineEffect.of(before, sameVersion ? signsOfSame : signsOfOther, from);
            takeOut(effect, ms, one.machineSigns(usual));
            takeOut(effect, same, signsOfSame);
            takeOut(effect, other, signsOfOther);
        }
        return ofCpu(one, ms[0], same, other, Spread.LEAST_CPU_RUNS, CPU_FLOOR_MS);
    }

    private static void takeOut(MachineEffect effect, double[] ms, double[][] signs) {
        for (int i = 0; i < ms.length; i++) {
            ms[i] /= effect.slowdown(signs[i]);
        }
    }

    /** Which part of its time the run waited for a CPU, 0 to 1; 0 when not known. */
    static double waitShare(Run run) {
        return waitShare(
                run.duration().totalMs(), run.resourceUsage().contention().cpuWaitMs());
    }

    /** Which part of its time a phase waited for a CPU, 0 to 1; 0 when not known. */
    static double waitShare(Phase phase) {
        return waitShare(phase.ms(), phase.cpuWaitMs());
    }

    /** The time of a phase without the machine's part; all of it where that is not known. */
    static double activeMs(Phase phase) {
        Double cpuMs = phase.cpuMs();
        double waitMs = RecentTimes.known(phase.cpuWaitMs());
        return RecentTimes.activeMs(phase.ms(), waitMs, cpuMs == null ? 0 : cpuMs);
    }

    private static double waitShare(double totalMs, @Nullable Double waitMs) {
        return waitMs == null || totalMs <= 0 ? 0 : Math.min(1, waitMs / totalMs);
    }

    private static RecentTimes only(Run run) {
        RecentTimes one = new RecentTimes();
        one.add(run);
        return one;
    }

    /** How much the runs before a row vary; assumed when they are too few. */
    Spread spread(int row) {
        return Spread.ofEither(sameVersion, Math.min(row - 1, sameVersion.length), otherVersion);
    }

    Measure measure() {
        return isCpu ? Measure.CPU_TIME : Measure.TIME;
    }

    /** The run's. */
    double ms() {
        return ms;
    }

    /** The run's as it was. */
    double measuredMs() {
        return measuredMs;
    }

    /** What it has to be multiplied with to be as it was. */
    double slowdown() {
        return ms > 0 ? measuredMs / ms : 1;
    }

    /** Of runs of the same version, newest first; not to be changed. */
    double[] sameVersion() {
        return sameVersion;
    }

    /** Of runs of the version before; not to be changed. */
    double[] otherVersion() {
        return otherVersion;
    }

    /** With fewer runs before the row nothing is said. */
    int fewestRuns() {
        return fewestRuns;
    }

    /** A difference under this is none. */
    double floorMs() {
        return floorMs;
    }
}
