package dev.perfagent.cli.view.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.profile.ProfileEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StackUnitTest {
    @Test
    void samplesOfAFixedTimeAreMilliseconds() {
        StackUnit unit = new StackUnit(ProfileEvent.WALL, 10);

        assertThat(unit.name()).isEqualTo("milliseconds");
        assertThat(unit.words()).isEqualTo("ms");
        assertThat(unit.of(Map.of("a", 7L))).isEqualTo(Map.of("a", 70L));
        assertThat(unit.drawn(Map.of("a", 7L))).isEqualTo(Map.of("a", 70L));
    }

    @Test
    void otherSamplesAreOnlyCounted() {
        StackUnit unit = new StackUnit(ProfileEvent.CPU, null);

        assertThat(unit.name()).isEqualTo("none");
        assertThat(unit.words()).isEqualTo("samples");
        assertThat(unit.drawn(Map.of("a", 7L))).isEqualTo(Map.of("a", 7L));
    }

    @Test
    void waitsForLocksAreDrawnInMicrosecondsAndNoneIsLost() {
        StackUnit unit = new StackUnit(ProfileEvent.LOCK, null);

        assertThat(unit.of(Map.of("a", 7_000L, "b", 10L))).isEqualTo(Map.of("a", 7_000L, "b", 10L));
        assertThat(unit.drawn(Map.of("a", 7_000L, "b", 10L))).isEqualTo(Map.of("a", 7L, "b", 1L));
    }
}
