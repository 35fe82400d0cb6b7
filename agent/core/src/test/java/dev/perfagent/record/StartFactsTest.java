package dev.perfagent.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StartFactsTest {
    private final FakeClock clock = new FakeClock();

    @Test
    void theStartOfTheJvmIsReadFromTheWallWhereTheKernelAgrees() {
        assertThat(facts(60.0).msSince(clock.millis() - 43)).isEqualTo(43.0);
    }

    @Test
    void aClockThatWasSetIsNotBelieved() {
        assertThat(facts(60.0).msSince(clock.millis() + 7_200_000)).isEqualTo(60.0);
        assertThat(facts(60.0).msSince(clock.millis() - 7_200_000)).isEqualTo(60.0);
    }

    @Test
    void whereNothingCanBeCheckedNonsenseIsUnknown() {
        assertThat(facts(null).msSince(clock.millis() - 43)).isEqualTo(43.0);
        assertThat(facts(null).msSince(clock.millis() + 43)).isNull();
        assertThat(facts(null).msSince(clock.millis() - 7_200_000)).isNull();
    }

    private StartFacts facts(@Nullable Double processAgeMs) {
        return new StartFacts("test", Map.of(), clock, processAgeMs);
    }
}
