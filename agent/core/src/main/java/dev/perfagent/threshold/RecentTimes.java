package dev.perfagent.threshold;

import dev.perfagent.run.Contention;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * Times of earlier runs of a command, newest first, as far as they are remembered: all without the machine's part, and the CPU
 * time of the application. The figures are those of decision 111.
 *
 * <p>A CPU that others use too is slower while it is had: its caches are cold, and another thread runs on the same core. The
 * JVM's own threads do about the same in each run, and the agent's own work is the same in each: their CPU times show how slow
 * it was. A look of the agent's, several times in each second, shows it best (decision 201).
 */
public final class RecentTimes {
    /** As many are looked at. */
    public static final int MOST_RUNS = 50;

    /** From this share of waiting for a CPU on nobody can tell a slower tool from a busy machine by the time alone. */
    public static final double BUSY = 0.2;

    /** Of a run that had a CPU for less than a quarter of the time it wanted one, only CPU time is judged. */
    public static final double OVERLOADED = 0.75;

    /** The threads that a waiting command waits for, such as the garbage collector's, wait for a CPU as well. */
    private static final double WAIT_FOR_OTHERS = 0.12;

    /**
     * CPU time of the process is counted in steps of 10 ms, and that of the JVM in its first 0.2 s is an estimate: so much more
     * than the command's thread used may be nobody's.
     */
    private static final double COUNTED_WRONG = 20;

    private final double[] elsewhere = new double[MOST_RUNS];
    private final double[] cpuWait = new double[MOST_RUNS];
    private final double[] thread = new double[MOST_RUNS];
    private final double[] cpu = new double[MOST_RUNS];
    private final double[] jvm = new double[MOST_RUNS];
    private final double[] gauge = new double[MOST_RUNS];
    private final double[] look = new double[MOST_RUNS];
    private int runs;

    /** Asked for by each part of a verdict, and four medians; null while not known. */
    private @Nullable UsualMachine usualMachine;

    /** Adds a run that is older than those before; those beyond the most are left out. */
    public void add(Run run) {
        ResourceUsage usage = run.resourceUsage();
        Contention contention = usage.contention();
        add(
                run.duration().totalMs(),
                known(contention.cpuWaitMs()),
                known(contention.threadCpuMs()),
                known(usage.cpuTimeMs()),
                known(contention.jvmCpuMs()),
                known(contention.gaugeMs()),
                known(contention.lookUs()));
    }

    /** The same of a run without a gauge. */
    public void add(double totalMs, double cpuWaitMs, double threadCpuMs, double cpuMs, double jvmCpuMs) {
        add(totalMs, cpuWaitMs, threadCpuMs, cpuMs, jvmCpuMs, Double.NaN, Double.NaN);
    }

    /**
     * The same of a run of which no more is known. What is not known is NaN.
     *
     * @param cpuWaitMs in which the command's thread waited for a CPU
     * @param threadCpuMs in which that thread had one
     * @param cpuMs of the process
     * @param jvmCpuMs of the JVM's own threads
     * @param gaugeMs of what the agent does once in each run; NaN also where it did other work than in the judged run
     * @param lookUs of a look of the agent's; NaN as before
     */
    public void add(
            double totalMs,
            double cpuWaitMs,
            double threadCpuMs,
            double cpuMs,
            double jvmCpuMs,
            double gaugeMs,
            double lookUs) {
        if (runs == MOST_RUNS) {
            return;
        }
        boolean parts = cpuWaitMs >= 0 && threadCpuMs >= 0;
        double active = activeMs(totalMs, cpuWaitMs, threadCpuMs);
        thread[runs] = parts ? Math.min(active, threadCpuMs) : 0;
        elsewhere[runs] = active - thread[runs];
        cpuWait[runs] = cpuWaitMs;
        cpu[runs] = applicationMs(cpuMs, jvmCpuMs, threadCpuMs);
        jvm[runs] = jvmCpuMs;
        gauge[runs] = gaugeMs;
        look[runs] = lookUs;
        runs++;
        usualMachine = null;
    }

    /** How many runs there are. */
    public int runs() {
        return runs;
    }

    /** Whether the application's CPU time is known of the newest: of runs of less than about 0.25 s it is not. */
    boolean knowsCpu() {
        return runs > 0 && !Double.isNaN(cpu[0]);
    }

    /** The same runs, where the CPU time of the command's thread stands for that of the application. */
    RecentTimes ofThread() {
        RecentTimes same = new RecentTimes();
        same.runs = runs;
        System.arraycopy(cpuWait, 0, same.cpuWait, 0, runs);
        System.arraycopy(thread, 0, same.thread, 0, runs);
        System.arraycopy(jvm, 0, same.jvm, 0, runs);
        System.arraycopy(gauge, 0, same.gauge, 0, runs);
        System.arraycopy(look, 0, same.look, 0, runs);
        for (int i = 0; i < runs; i++) {
            same.cpu[i] = thread[i] > 0 ? thread[i] : Double.NaN;
        }
        return same;
    }

    /**
     * The times without the machine's part, in milliseconds, brought to how the machine usually was; all of the time of a run
     * whose waiting is not known.
     */
    double[] activeMsAt(UsualMachine usual) {
        double[] all = new double[runs];
        for (int i = 0; i < runs; i++) {
            double cpuMs = thread[i] / slowdown(i, usual, false);
            all[i] = cpuMs + elsewhereMs(i, usual.waitMs());
        }
        return all;
    }

    /**
     * The time in which a run waited for something else than a CPU. What is left out for the threads that it waited for is at
     * least what is left out of the usual run: else a run on a machine that has just become quiet would look slower than those
     * before it.
     */
    private double elsewhereMs(int run, double usualWaitMs) {
        double less = usualWaitMs - cpuWait[run];
        return less > 0 ? Math.max(0, elsewhere[run] - WAIT_FOR_OTHERS * less) : elsewhere[run];
    }

    /** The same as they were. */
    public double[] activeMs() {
        return activeMsAt(UsualMachine.UNKNOWN);
    }

    /** The CPU times of the application, of the runs that know it; see {@link #activeMsAt}. */
    public double[] cpuMs(UsualMachine usual) {
        return cpuMs(usual, false);
    }

    /** The same as they were. */
    public double[] cpuMs() {
        return cpuMs(UsualMachine.UNKNOWN);
    }

    /**
     * The same times for the mean of several runs. Without a gauge they follow the JVM's own threads more closely, which takes
     * more of the machine's slowness out, and hides more of a change that keeps these threads busier as well.
     */
    double[] cpuMsForMean(UsualMachine usual) {
        return cpuMs(usual, true);
    }

    private double[] cpuMs(UsualMachine usual, boolean forMean) {
        double[] all = new double[runs];
        int count = 0;
        for (int i = 0; i < runs; i++) {
            if (!Double.isNaN(cpu[i])) {
                all[count++] = cpu[i] / slowdown(i, usual, forMean);
            }
        }
        double[] known = new double[count];
        System.arraycopy(all, 0, known, 0, count);
        return known;
    }

    /** How the machine usually was. */
    UsualMachine usualMachine() {
        UsualMachine known = usualMachine;
        if (known == null) {
            known = new UsualMachine(usual(jvm), usual(gauge), usual(look), usual(cpuWait));
            usualMachine = known;
        }
        return known;
    }

    private double usual(double[] ms) {
        double[] all = new double[runs];
        int count = 0;
        for (int i = 0; i < runs; i++) {
            if (!Double.isNaN(ms[i])) {
                all[count++] = ms[i];
            }
        }
        double[] known = new double[count];
        System.arraycopy(all, 0, known, 0, count);
        return count < Spread.LEAST_CPU_RUNS ? Double.NaN : Spread.median(known);
    }

    /** The time of a run without the machine's part; all of it when that is not known. What is not known is NaN. */
    public static double activeMs(double totalMs, double cpuWaitMs, double threadCpuMs) {
        return cpuWaitMs >= 0 && threadCpuMs >= 0
                ? Math.max(threadCpuMs, totalMs - cpuWaitMs * (1 + WAIT_FOR_OTHERS))
                : totalMs;
    }

    /**
     * A time without the machine's part, as it would be on a CPU that is as fast as usual.
     *
     * @param activeMs that time, see {@link #activeMs(double, double, double)}
     * @param threadCpuMs for how long the command's thread had a CPU
     * @param jvmToUsual CPU time of the JVM's own threads, 2 for twice what is usual; NaN when not known
     * @param gaugeToUsual the same of the gauge
     * @param lookToUsual the same of a look of the agent's
     */
    public static double atUsualSpeed(
            double activeMs, double threadCpuMs, double jvmToUsual, double gaugeToUsual, double lookToUsual) {
        double onCpu = Math.min(activeMs, threadCpuMs);
        double slowdown =
                Math.exp(Slowness.of(Math.log(jvmToUsual), Math.log(gaugeToUsual), Math.log(lookToUsual), false));
        return onCpu / slowdown + activeMs - onCpu;
    }

    /**
     * The CPU time of the application. The kernel's count of the command's thread is exact, so others have to have used more than
     * what may be counted wrong before they count; from twice as much on they count in full. NaN when not known.
     */
    public static double applicationMs(double cpuMs, double jvmCpuMs, double threadCpuMs) {
        double all = Math.max(0, cpuMs - jvmCpuMs);
        if (!(threadCpuMs >= 0)) {
            return all;
        }
        double others = all - threadCpuMs;
        return threadCpuMs + Math.max(0, Math.min(others, 2 * (others - COUNTED_WRONG)));
    }

    /** Which part of its time a run waited for a CPU, 0 to 1, when its time without the machine's part is known. */
    public static double waitShare(double totalMs, double activeMs) {
        return totalMs <= 0 ? 0 : Math.max(0, Math.min(1, (1 - activeMs / totalMs) / (1 + WAIT_FOR_OTHERS)));
    }

    /** A number or NaN. */
    public static double known(@Nullable Double number) {
        return number == null ? Double.NaN : number;
    }

    /** Adds the runs from one index to before another, of those that know their CPU time. */
    void addSlowness(int from, int to, UsualMachine usual, Slowness slowness) {
        int known = 0;
        for (int i = 0; i < runs && known < to; i++) {
            if (!Double.isNaN(cpu[i]) && known++ >= from) {
                slowness.add(ofJvm(i, usual), ofGauge(i, usual), ofLook(i, usual));
            }
        }
    }

    /** The signs of how the machine was, see {@link MachineEffect}, of the runs that know their CPU time; 0 is as usual. */
    double[][] machineSigns(UsualMachine usual) {
        double[][] all = new double[runs][];
        int count = 0;
        for (int i = 0; i < runs; i++) {
            if (!Double.isNaN(cpu[i])) {
                double waited = thread[i] > 0 ? orZero(Math.log(1 + cpuWait[i] / thread[i])) : 0;
                double own = Slowness.ofOwnWork(ofGauge(i, usual), ofLook(i, usual));
                all[count++] = new double[] {waited, orZero(ofJvm(i, usual)), orZero(own)};
            }
        }
        return all;
    }

    private static double orZero(double sign) {
        return Double.isNaN(sign) ? 0 : sign;
    }

    private double slowdown(int run, UsualMachine usual, boolean forMean) {
        return Math.exp(Slowness.of(ofJvm(run, usual), ofGauge(run, usual), ofLook(run, usual), forMean));
    }

    private double ofJvm(int run, UsualMachine usual) {
        return Math.log(jvm[run] / usual.jvmMs());
    }

    private double ofGauge(int run, UsualMachine usual) {
        return Math.log(gauge[run] / usual.gaugeMs());
    }

    private double ofLook(int run, UsualMachine usual) {
        return Math.log(look[run] / usual.lookUs());
    }
}
