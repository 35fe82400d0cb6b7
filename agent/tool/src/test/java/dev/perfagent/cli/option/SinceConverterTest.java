package dev.perfagent.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SinceConverterTest {
    private final SinceConverter converter =
            new SinceConverter(Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/Paris")));

    @ParameterizedTest
    @CsvSource({
        "30m, 2026-11-20T09:30:00Z",
        "24h, 2026-11-19T10:00:00Z",
        "7d, 2026-11-13T10:00:00Z",
        "2w, 2026-11-06T10:00:00Z",
        "2026-11-01, 2026-10-31T23:00:00Z",
        "2026-07-01, 2026-06-30T22:00:00Z",
        "2026-11-01T09:30, 2026-11-01T08:30:00Z",
        "2026-11-01T09:30:00Z, 2026-11-01T09:30:00Z",
        "2026-11-01T09:30:00.123+02:00, 2026-11-01T07:30:00.123Z"
    })
    void timesAreMeantWhereTheReaderIs(String text, Instant expected) {
        assertThat(converter.convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "d", "-7d", "7 d", "9999999d", "2026-13-01", "yesterday"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is not a time");
    }
}
