package dev.perfagent.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Peak and average of curves that are known. */
final class HeapWatchTest {
    private final HeapWatch watch = new HeapWatch();

    @Test
    void theAverageIsOverTime() {
        watch.seen(10, 0);
        watch.seen(10, 900); // level for 900
        watch.seen(110, 900); // a step
        watch.seen(110, 1000); // and level for 100

        assertThat(watch.averageBytes()).isEqualTo(20);
        assertThat(watch.peakBytes()).isEqualTo(110);
    }

    @Test
    void howOftenOneLooksDoesNotMatter() {
        for (int time = 0; time <= 1000; time += time < 500 ? 1 : 100) {
            watch.seen(4L * time, time);
        }

        assertThat(watch.averageBytes()).isEqualTo(2000);
        assertThat(watch.peakBytes()).isEqualTo(4000);
    }

    @Test
    void ofOneLookItIsThat() {
        watch.seen(7, 5);

        assertThat(watch.averageBytes()).isEqualTo(7);
    }
}
