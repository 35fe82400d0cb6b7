package dev.perfagent.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.machine.ThreadSchedule;
import org.junit.jupiter.api.Test;

class LooksTest {
    private final Looks looks = new Looks();
    private double usedMs;

    @Test
    void theMeanOfTheMiddleHalfOfThem() {
        look(9, true); // there is nothing to subtract from yet
        for (double ms : new double[] {5, 0.2, 0.19, 0.01, 0.21, 3, 0.2, 0.02}) {
            look(ms, true);
        }

        assertThat(looks.usualUs()).isCloseTo(200, within(1e-6));
    }

    @Test
    void ofTooFewNothingIsKnown() {
        for (int i = 0; i < Looks.LEAST; i++) {
            assertThat(looks.usualUs()).isNull();
            look(0.2, true);
        }
        assertThat(looks.usualUs()).isNull();
        look(0.2, true);
        assertThat(looks.usualUs()).isNotNull();
    }

    @Test
    void whatElseTheThreadDidIsNotOneOfThem() {
        for (int i = 0; i < 40; i++) {
            look(i % 2 == 0 ? 2.5 : 0.2, i % 2 != 0);
        }

        assertThat(looks.usualUs()).isCloseTo(200, within(1e-6));
    }

    @Test
    void afterTheFirstNoneCounts() {
        for (int i = 0; i <= Looks.MOST; i++) {
            assertThat(looks.areEnough()).isFalse();
            look(0.2, true);
        }
        assertThat(looks.areEnough()).isTrue();
        for (int i = 0; i < 1000; i++) {
            look(0.05, true);
        }

        assertThat(looks.usualUs()).isCloseTo(200, within(1e-6));
    }

    @Test
    void whereTheKernelDoesNotSayNothingIsKnown() {
        for (int i = 0; i < 40; i++) {
            looks.seen(null, true);
        }

        assertThat(looks.usualUs()).isNull();
    }

    private void look(double ms, boolean isPlain) {
        usedMs += ms;
        looks.seen(new ThreadSchedule(usedMs, 0), isPlain);
    }
}
