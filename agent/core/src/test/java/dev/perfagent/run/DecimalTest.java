package dev.perfagent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "1, 1.0",
        "-1.5, -1.5",
        "1.0004, 1.0",
        "1.0005, 1.001",
        "12.34, 12.34",
        "0.007, 0.007",
        "2.5E7, 25000000.0"
    })
    void hasOneToThreeDecimals(double value, String text) {
        StringBuilder out = new StringBuilder();

        Decimal.append(out, value);

        assertThat(out).hasToString(text);
    }

    @Test
    void isReadAsTheJdkReadsIt() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            Decimal.append(text, Math.exp(random.nextDouble() * 30 - 8));

            assertThat(Decimal.parse(text.toString())).isEqualTo(Double.parseDouble(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.25E7", "-3.5", "1e3", "1234567890123.125", ".5", "7", " 7", "0.1"})
    void isReadInAnyFormThatTheJdkKnows(String text) {
        assertThat(Decimal.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1.2.3", "1,5", "12x", "."})
    void whatIsNoNumberIsRefused(String text) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Decimal.parse(text));
    }
}
