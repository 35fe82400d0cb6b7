package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class WatchedThreadTest {
    private static final long MS = 1_000_000;

    private final WatchedThread thread = new WatchedThread("/proc/none", new WeakReference<>(null));

    private double waitAt(long ms, double waitMs, boolean isNotWaiting) {
        return thread.seen(new ThreadSchedule(10, waitMs), ms * MS, ms * MS, isNotWaiting)
                .waitMs();
    }

    @Test
    void waitingIsWhatTheKernelCounted() {
        assertThat(waitAt(0, 5, true)).isEqualTo(5);
        assertThat(waitAt(100, 80, true)).isEqualTo(80);
        assertThat(waitAt(200, 180, true)).isEqualTo(180);
    }

    /** It slept at 100 ms and later, and woke at 700 ms. */
    @Test
    void sleepThatIsCountedAtItsEndIsNoWaiting() {
        assertThat(waitAt(100, 5, true)).isEqualTo(5);
        assertThat(waitAt(600, 5, true)).isEqualTo(5);
        assertThat(waitAt(710, 690, true)).isEqualTo(5);
        assertThat(waitAt(810, 720, true)).isEqualTo(35);
    }

    /** It is seen by the thread itself, at the end of a phase. */
    @Test
    void itIsSeenAtOnceWhoeverReads() {
        waitAt(600, 5, true);

        assertThat(waitAt(610, 690, false)).isEqualTo(5);
        assertThat(waitAt(611, 690, false)).isEqualTo(5);
    }

    /** What waits for a CPU when it is looked at may have done so for long; the kernel counts that once it has got one. */
    @Test
    void whatWaitedWhenItWasSeenMayHaveWaitedForLonger() {
        waitAt(100, 5, true);
        waitAt(200, 5, false);
        waitAt(300, 5, false);

        assertThat(waitAt(310, 200, true)).isEqualTo(200);
    }

    @Test
    void ofAThreadNeverSeenBeforeEverythingCounts() {
        assertThat(waitAt(100, 5000, false)).isEqualTo(5000);
        assertThat(waitAt(101, 9000, false)).isEqualTo(9000);
    }

    /** Two threads read, and the older reading comes second. */
    @Test
    void anOlderReadingChangesNothing() {
        waitAt(500, 50, true);

        assertThat(waitAt(400, 40, true)).isEqualTo(40);
        assertThat(waitAt(510, 60, true)).isEqualTo(60);
    }

    @Test
    void whoSleepsIsNotReadyToRun() {
        assertThat(WatchedThread.isReadyToRun("17 (main) S 1 17 17 0")).isFalse();
        assertThat(WatchedThread.isReadyToRun("17 (a (R) b) D 1 17 17 0")).isFalse();
        assertThat(WatchedThread.isReadyToRun("17 (main) R 1 17 17 0")).isTrue();
        assertThat(WatchedThread.isReadyToRun("17 (ma")).isTrue();
        assertThat(WatchedThread.isReadyToRun("")).isTrue();
    }

    @Test
    @Timeout(60)
    @EnabledOnOs(value = OS.LINUX, disabledReason = "no other system has these files")
    void anotherThreadIsReadFromOutside() throws InterruptedException {
        CountDownLatch isThere = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        WatchedThread[] watched = new WatchedThread[1];
        Thread other = new Thread(() -> {
            String place = ThreadSchedule.ofRunningThread();
            assertThat(place).isNotNull();
            watched[0] = new WatchedThread(place, new WeakReference<>(Thread.currentThread()));
            assertThat(watched[0].isRunning()).isTrue();
            isThere.countDown();
            awaitQuietly(mayEnd);
        });
        other.start();
        isThere.await();

        watched[0].look();

        assertThat(watched[0].isRunning()).isFalse();
        assertThat(watched[0].now()).isNotNull();
        mayEnd.countDown();
        other.join();
        while (watched[0].now() != null) {
            Thread.onSpinWait();
        }
        watched[0].look();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
