package dev.perfagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.tally.QuotaTally.Quota;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotaForecastTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:30:00Z");

    @ParameterizedTest
    @CsvSource({
        // limit, left, reset after minutes, pace an hour, runs out after minutes
        "5000, 1000, 30, 4000, 15", // before the reset
        "5000, 1000, 30, 1500, ", // lasts, and so does every window after it
        "5000, 1000, 5, 6000, 55", // not before the reset, but in the window after it
        "5000, 0, 30, 100, 0",
        "5000, 200, -5, 10000, 30", // full again since
        "5000, 200, -5, 400, ",
        "60, 30, 20, 120, 15",
        "30, 1, 1, 1200, ", // a limit of a minute
    })
    void aLimitRunsOutAtThatPace(long limit, long left, long resetAfter, double pace, @Nullable Long runsOutAfter) {
        Instant reset = AT.plusSeconds(60 * resetAfter);

        QuotaForecast forecast = QuotaForecast.of("core", new Quota(AT, limit, left, reset, pace));

        assertThat(forecast.runsOutAt()).isEqualTo(runsOutAfter == null ? null : AT.plusSeconds(60 * runsOutAfter));
    }

    @Test
    void withoutAPaceOrAResetNothingIsForetold() {
        Quota withoutPace = new Quota(AT, 5000L, 10L, AT.plusSeconds(60), null);
        Quota withoutReset = new Quota(AT, 5000L, 10L, null, 9000.0);

        assertThat(QuotaForecast.of("core", withoutPace).runsOutAt()).isNull();
        assertThat(QuotaForecast.of("core", withoutReset).runsOutAt()).isNull();
    }
}
