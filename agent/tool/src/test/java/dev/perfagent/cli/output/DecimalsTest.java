package dev.perfagent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "6.1e-21, 6.1E-21",
        "0.33333333, 0.333333",
        "0.99999996, 0.99999996",
        "1, 1",
        "0, 0",
        "123456789, 123457000"
    })
    void aRatioIsNeverRoundedToNothingOrToAll(double value, double shown) {
        assertThat(Decimals.ratio(value)).isNotNull().satisfies(number -> assertThat(number.doubleValue())
                .isEqualTo(shown));
    }

    @ParameterizedTest
    @CsvSource({"1234.5678, 1234.568", "0.00042, 0.00042", "-0.0000312345, -0.0000312", "0, 0", "0.0005, 0.001"})
    void anAmountHasThreeDecimalsOrWhatItTakesNotToBeZero(double value, double shown) {
        assertThat(Decimals.of(value)).isNotNull().satisfies(number -> assertThat(number.doubleValue())
                .isEqualTo(shown));
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(Decimals.of(Double.NaN)).isNull();
        assertThat(Decimals.ratio(Double.POSITIVE_INFINITY)).isNull();
        assertThat(Decimals.ratio(null)).isNull();
    }
}
