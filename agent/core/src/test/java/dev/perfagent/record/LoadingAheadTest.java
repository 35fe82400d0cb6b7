package dev.perfagent.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.machine.ThreadSchedule;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a thread loads ahead counts as the work of the first execution, and of that only. */
@EnabledOnOs(OS.LINUX)
final class LoadingAheadTest {
    private static final double ENOUGH_MS = 20;

    @Test
    void countsForTheExecutionThatBeganBefore() throws InterruptedException {
        ContentionMeter first = new ContentionMeter(new Clock());
        first.start(null);
        double usedMs = loadAhead();
        ContentionMeter second = new ContentionMeter(new Clock());
        second.start(null);
        double ownMs = cpuMs();

        double firstMs = threadCpuMs(first);
        double secondMs = threadCpuMs(second);

        assertThat(usedMs).isGreaterThanOrEqualTo(ENOUGH_MS);
        assertThat(firstMs).isGreaterThanOrEqualTo(usedMs);
        assertThat(secondMs).isCloseTo(0, within(cpuMs() - ownMs + 0.001));
    }

    /** On a thread of its own, which ends then. */
    private static double loadAhead() throws InterruptedException {
        double[] used = new double[1];
        Thread ahead = new Thread(() -> {
            LoadingAhead.begin();
            double fromMs = cpuMs();
            while (cpuMs() - fromMs < ENOUGH_MS) {
                Thread.onSpinWait();
            }
            used[0] = cpuMs() - fromMs;
            LoadingAhead.end();
        });
        ahead.start();
        ahead.join();
        return used[0];
    }

    private static double threadCpuMs(ContentionMeter meter) {
        return Objects.requireNonNull(meter.contention().threadCpuMs());
    }

    private static double cpuMs() {
        return Objects.requireNonNull(ThreadSchedule.ofItself()).cpuMs();
    }
}
