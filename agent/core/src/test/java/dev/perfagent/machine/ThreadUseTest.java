package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ThreadUseTest {
    @Test
    void whatThisThreadAllocatesIsSeen() {
        ThreadUse use = ThreadUse.start();
        assertThat(use).isNotNull();
        long before = use.allocatedBytes();

        byte[] much = new byte[1_000_000];

        assertThat(use.allocatedBytes() - before).isGreaterThanOrEqualTo(much.length);
    }

    @Test
    void cpuTimeNeverGoesBack() {
        ThreadUse use = ThreadUse.start();
        assertThat(use).isNotNull();
        long before = use.cpuNanos();

        assertThat(before).isPositive();
        assertThat(use.cpuNanos()).isGreaterThanOrEqualTo(before);
    }

    /** The JVM adds what a thread has allocated to that of those that are gone some time after it has ended for the others. */
    @Test
    @Timeout(60)
    void whatOtherThreadsAllocatedCountsForAllOrIsUnknown() throws InterruptedException {
        ThreadUse use = ThreadUse.start();
        assertThat(use).isNotNull();
        long before = use.allAllocatedBytes();
        byte[][] much = new byte[1][];
        Thread other = new Thread(() -> much[0] = new byte[5_000_000]);
        other.start();
        other.join();

        assertThat(much[0]).hasSize(5_000_000);
        if (before == ThreadUse.UNKNOWN) {
            assertThat(use.allAllocatedBytes()).isEqualTo(ThreadUse.UNKNOWN);
        } else {
            while (use.allAllocatedBytes() - before < much[0].length) {
                Thread.onSpinWait();
            }
        }
    }
}
