package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0ms",
        "0.04, 0ms",
        "0.84, 0.8ms",
        "9.94, 9.9ms",
        "9.95, 10ms",
        "812.4, 812ms",
        "999.4, 999ms",
        "999.5, 1.0s",
        "3200, 3.2s",
        "59949, 59.9s",
        "59950, 1m 00s",
        "125000, 2m 05s",
        "3599499, 59m 59s",
        "3599500, 1h 00m",
        "3720000, 1h 02m",
        "-3, -3ms"
    })
    void timesAreToldInTheUnitTheyAreReadIn(double ms, String text) {
        assertThat(QuantityText.ms(ms)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5 MB",
        "9.94, 9.9 MB",
        "45.64, 45.6 MB",
        "99.96, 100 MB",
        "120.4, 120 MB",
        "1023.4, 1023 MB",
        "1023.5, 1.0 GB",
        "1228.8, 1.2 GB"
    })
    void sizesToo(double mb, String text) {
        assertThat(QuantityText.mb(mb)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.45, 45%", "0.8077, 81%", "0.29, 29%", "0.57, 57%", "0.006, 0.6%", "0.0949, 9.5%", "0.0995, 10%", "0.05, 5%",
        "0, 0%", "0.0004, <0.1%", "0.0005, 0.1%", "1, 100%", "0.9949, 99%", "0.996, 99.6%", "0.99999, 99.9%",
                "1.004, 100%"
    })
    void percentagesAreRoundedToTheNearest(double ratio, String text) {
        assertThat(QuantityText.percent(ratio)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.6996, 0.7, ratio, 69.96%, 70%",
        "0.8077, 0.7, ratio, 81%, 70%",
        "0.0062, 0.006, ratio, 0.62%, 0.6%",
        "0.6999999, 0.7, ratio, just under 70%, 70%",
        "0.7, 0.7, ratio, 70%, 70%",
        "3000.4, 3000, ms, 3000.4ms, 3000ms",
        "2999.9999, 3000, ms, just under 3000ms, 3000ms",
        "100.02, 100, mb, 100.02 MB, 100 MB"
    })
    void aValueIsNeverShownOnTheOtherSideOfItsLimit(
            double value, double limit, String unit, String shown, String shownLimit) {
        assertThat(QuantityText.beside(value, limit, unit)).isEqualTo(shown);
        assertThat(QuantityText.limit(limit, value, unit)).isEqualTo(shownLimit);
    }

    @Test
    void requestsAreCounted() {
        assertThat(QuantityText.text(1, "requests")).isEqualTo("1 request");
        assertThat(QuantityText.text(62, "requests")).isEqualTo("62 requests");
    }

    @ParameterizedTest
    @CsvSource({
        "3000.4, ms, 3000.4ms",
        "3000, ms, 3000ms",
        "100.0204, mb, 100.02 MB",
        "0.805, ratio, 80.5%",
        "7, x, 7 x"
    })
    void exactValuesHaveUpToThreeDecimals(double value, String unit, String text) {
        assertThat(QuantityText.exact(value, unit)).isEqualTo(text);
    }
}
