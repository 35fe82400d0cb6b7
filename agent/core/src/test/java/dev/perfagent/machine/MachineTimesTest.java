package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MachineTimesTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void readsTheLineOfAllCpus() {
        assertThat(MachineTimes.cpu("cpu  145354 1 21087 321149 467 2 153 121 0 0\ncpu0 1 2 3"))
                .containsExactly(145354, 1, 21087, 321149, 467, 2, 153, 121);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cpu", "cpu ", "cpu  1 2 3", "cpu0 1 2 3 4 5 6 7 8", "intr 1 2 3 4 5 6 7 8"})
    void anyOtherLineIsUnknown(String text) {
        assertThat(MachineTimes.cpu(text)).isNull();
    }

    @Test
    void readsTheTotalOfPressure() {
        assertThat(MachineTimes.pressure(
                        "some avg10=8.33 avg60=10.58 avg300=15.33 total=294946801\nfull avg10=0.00 total=7\n"))
                .isEqualTo(294946.801);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "some", "some total=", "some total=1", "some total=x\n", "full total=1\n"})
    void anythingElseIsNoPressure(String text) {
        assertThat(MachineTimes.pressure(text)).isNull();
    }

    @Test
    void sharesAreOfTheTimeInBetween() {
        MachineTimes then = times(0, 10_000.0, 9_000.0, 100.0, 500.0);
        MachineTimes now = times(2 * SECOND, 14_000.0, 10_000.0, 160.0, 1_500.0);

        assertThat(now.busySince(then)).isEqualTo(0.75);
        assertThat(now.stealSince(then)).isEqualTo(60.0);
        assertThat(now.cpuPressureSince(then)).isEqualTo(0.5);
        assertThat(now.throttledSince(then)).isNull();
    }

    @Test
    void aCounterThatWentBackIsUnknown() {
        MachineTimes then = times(0, 10_000.0, 9_000.0, 100.0, 500.0);
        MachineTimes now = times(SECOND, 4_000.0, 3_000.0, 10.0, 1.0);

        assertThat(now.busySince(then)).isNull();
        assertThat(now.stealSince(then)).isNull();
        assertThat(now.cpuPressureSince(then)).isNull();
    }

    @Test
    void noShareIsBeyondAll() {
        MachineTimes then = times(0, 10_000.0, 9_000.0, 0.0, 0.0);

        assertThat(times(SECOND, 12_000.0, 11_500.0, 0.0, 1_001.0).cpuPressureSince(then))
                .isEqualTo(1.0);
        assertThat(times(SECOND, 12_000.0, 11_500.0, 0.0, 1_001.0).busySince(then))
                .isZero();
        assertThat(times(0, 10_000.0, 9_000.0, 0.0, 0.0).busySince(then)).isNull();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineHasThem() {
        MachineTimes now = MachineTimes.now();

        assertThat(now.totalMs()).isPositive();
        assertThat(now.idleMs()).isLessThanOrEqualTo(now.totalMs());
    }

    private static MachineTimes times(
            long nanos,
            @Nullable Double total,
            @Nullable Double idle,
            @Nullable Double steal,
            @Nullable Double pressure) {
        return new MachineTimes(nanos, total, idle, steal, pressure, null, null, null);
    }
}
