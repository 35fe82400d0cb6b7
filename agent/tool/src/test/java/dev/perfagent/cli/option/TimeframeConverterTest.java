package dev.perfagent.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfagent.history.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeframeConverterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private final TimeframeConverter converter = new TimeframeConverter(Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));

    @ParameterizedTest
    @CsvSource({"day,PT24H", "week,PT168H", "month,PT720H", "12h,PT12H", "7d,PT168H", "2w,PT336H", "30m,PT30M"})
    void aStretchEndsNow(String text, Duration ago) {
        assertThat(converter.convert(text)).isEqualTo(new TimeRange(NOW.minus(ago), null));
    }

    @Test
    void daysCountInFullWhereTheReaderIs() {
        assertThat(converter.convert("2026-11-20")).isEqualTo(range("2026-11-19T23:00:00Z", "2026-11-20T23:00:00Z"));
        assertThat(converter.convert("2026-10-24..2026-10-25"))
                .isEqualTo(range("2026-10-23T22:00:00Z", "2026-10-25T23:00:00Z"));
    }

    @Test
    void eitherEndMayBeOpenOrATime() {
        assertThat(converter.convert("2026-11-20..")).isEqualTo(TimeRange.since(Instant.parse("2026-11-19T23:00:00Z")));
        assertThat(converter.convert("..2026-11-19"))
                .isEqualTo(new TimeRange(null, Instant.parse("2026-11-19T23:00:00Z")));
        assertThat(converter.convert("2026-11-20T10:00..2026-11-20T10:30:00Z"))
                .isEqualTo(range("2026-11-20T09:00:00Z", "2026-11-20T10:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "yesterday", "7", "2026-11-31", "2026-11-20..2026-11-18", "7d..", "2026-11-1"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'");
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(Instant.parse(from), Instant.parse(to));
    }
}
