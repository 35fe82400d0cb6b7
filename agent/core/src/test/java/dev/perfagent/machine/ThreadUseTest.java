package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

    @Test
    void whatOtherThreadsAllocatedCountsForAllOrIsUnknown() throws InterruptedException {
        ThreadUse use = ThreadUse.start();
        assertThat(use).isNotNull();
        long before = use.allAllocatedBytes();
        byte[][] much = new byte[1][];
        Thread other = new Thread(() -> much[0] = new byte[5_000_000]);
        other.start();
        other.join();

        long after = use.allAllocatedBytes();

        assertThat(much[0]).hasSize(5_000_000);
        if (before == ThreadUse.UNKNOWN) {
            assertThat(after).isEqualTo(ThreadUse.UNKNOWN);
        } else {
            assertThat(after - before).isGreaterThanOrEqualTo(much[0].length);
        }
    }
}
