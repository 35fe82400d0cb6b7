package dev.perfagent.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The build's own gate: coarse, so that it never fails on a busy machine, and in CPU time, which other processes disturb far less
 * than wall time. docs/performance.md has the figures to be proud of.
 */
final class WarmRunIT {
    /** A warm run took 1.23 times the CPU time of a do-nothing agent's when this was set; one that weaves, 2.4 times. */
    private static final double MOST_TIMES = 1.5;

    /** Odd, so that the median is one of them. */
    private static final int PAIRS = 11;

    /** CPU time comes in steps of 10 ms, a run takes 200. */
    private static final int RUNS_A_SIDE = 3;

    @TempDir
    private Path folder;

    @Test
    void costsTheSmallestProgramLittleCpuTime() {
        assumeThat(ChildCpu.seconds())
                .as("CPU time of ended processes, which needs /proc")
                .isPresent();
        Places places = Places.ofThisBuild();
        Launcher launcher = new Launcher(Jdk.own(), Program.hello(places), folder.resolve("runs"));
        Contestant nothing = Contestant.nothing(places);
        Contestant warm = Contestant.warm(places);
        launcher.run(nothing);
        launcher.run(warm);

        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            double[] cpuMs = new double[2];
            for (int run = 0; run < RUNS_A_SIDE; run++) {
                cpuMs[0] += cpuMs(launcher.run(nothing));
                cpuMs[1] += cpuMs(launcher.run(warm));
            }
            ratios.add(cpuMs[1] / cpuMs[0]);
        }

        Spread ratio = Spread.of(ratios);
        assertThat(ratio.median()).as("of %s", ratios).isLessThanOrEqualTo(MOST_TIMES);
    }

    private static double cpuMs(Sample sample) {
        return sample.cpuMs() == null ? Double.NaN : sample.cpuMs();
    }
}
