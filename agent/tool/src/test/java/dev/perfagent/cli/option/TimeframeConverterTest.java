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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Europe/Berlin       | 2026-03-29T02:45..2026-03-29T03:15 | \
                does not exist in Europe/Berlin: clocks go from 2026-03-29T02:00 to
            Europe/Berlin       | 2026-03-29T02:00..                 | 2026-03-29T02:00' does not exist in Europe/Berlin
            Europe/Berlin       | ..2026-03-29T02:59:59              | 2026-03-29T02:59:59' does not exist in Europe/Berlin
            Europe/Berlin       | 2026-10-25T02:00..2026-10-26       | give 2026-10-25T02:00+02:00 or 2026-10-25T02:00+01:00
            Europe/Berlin       | ..2026-10-25T02:59                 | '2026-10-25T02:59' is twice in Europe/Berlin
            America/New_York    | 2026-03-08T02:30..                 | does not exist in America/New_York
            America/New_York    | 2026-11-01T01:30..                 | give 2026-11-01T01:30-04:00 or 2026-11-01T01:30-05:00
            Australia/Lord_Howe | 2026-10-04T02:15..                 | clocks go from 2026-10-04T02:00 to 2026-10-04T02:30
            Pacific/Apia        | 2011-12-30                         | '2011-12-30' is left out of the calendar in Pacific/Apia
            Pacific/Apia        | 2011-12-30..2012-01-02             | '2011-12-30' is left out of the calendar in Pacific/Apia
            """)
    void aTimeThatClocksLeaveOutOrShowTwiceIsRefused(String zone, String text, String message) {
        TimeframeConverter there = new TimeframeConverter(Clock.fixed(NOW, ZoneId.of(zone)));

        assertThatThrownBy(() -> there.convert(text))
                .isInstanceOf(UnclearTimeException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> new SinceConverter(Clock.fixed(NOW, ZoneId.of(zone)))
                        .convert(text.startsWith("..") ? text.substring(2) : text.replaceFirst("\\.\\..*", "")))
                .isInstanceOf(UnclearTimeException.class);
    }

    @Test
    void anOffsetMakesEveryTimeClear() {
        assertThat(converter.convert("2026-10-25T02:30+02:00..2026-10-25T02:30+01:00"))
                .isEqualTo(range("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"));
        assertThat(converter.convert("2026-03-29T01:59..2026-03-29T03:00"))
                .isEqualTo(range("2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z"));
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(Instant.parse(from), Instant.parse(to));
    }
}
