package dev.perfagent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.threshold.QuantityText;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.04, 0.0 ms",
        "6.14, 6.1 ms",
        "9.96, 10 ms",
        "812, 812 ms",
        "999.4, 999 ms",
        "999.6, 1.0 s",
        "3200, 3.2 s",
        "59949, 59.9 s",
        "59951, 1m 00s",
        "72000, 1m 12s",
        "3599600, 1h 00m",
        "7500000, 2h 05m",
        "5390000, 1h 30m"
    })
    void durationsTakeTheUnitThatFits(double ms, String text) {
        assertThat(Amount.millis(ms)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, '1,023 B'", "1024, 1.0 kB", "1048576, 1.0 MB", "125829120, 120 MB", "-2097152, -2.0 MB"
    })
    void sizesTakeTheUnitThatFits(double bytes, String text) {
        assertThat(Amount.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(Amount.millis(null)).isEqualTo("-");
        assertThat(Amount.bytes(null)).isEqualTo("-");
        assertThat(Amount.change(null)).isEqualTo("-");
        assertThat(Amount.megabytes(null)).isEqualTo("-");
        assertThat(Amount.percent(null)).isEqualTo("-");
        assertThat(Amount.count((Long) null)).isEqualTo("-");
    }

    @Test
    void alertsTellTheirUnit() {
        assertThat(Amount.beside(3200.0, null, "ms")).isEqualTo("3.2 s");
        assertThat(Amount.beside(72_000.0, null, "ms")).isEqualTo("1m 12s");
        assertThat(Amount.beside(2999.9999, 3000.0, "ms")).isEqualTo("just under 3000 ms");
        assertThat(Amount.beside(120.0, 100.0, "mb")).isEqualTo("120 MB");
        assertThat(Amount.beside(0.45, 0.7, "ratio")).isEqualTo("45%");
        assertThat(Amount.limit(5000.0, 1.0, "requests")).isEqualTo("5000 requests");
    }

    /** Table and sentence have the same digits; the agent writes no blank before the unit and no decimal that is 0. */
    @Test
    void theToolRoundsAsTheAgentDoes() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.exp(random.nextDouble() * 18 - 4);
            assertThat(plain(Amount.millis(value))).isEqualTo(plain(QuantityText.text(value, "ms")));
            double mb = Math.exp(random.nextDouble() * 13);
            assertThat(plain(Amount.megabytes(mb))).isEqualTo(plain(QuantityText.text(mb, "mb")));
            double ratio = random.nextDouble() * 2;
            assertThat(Amount.percent(ratio)).isEqualTo(QuantityText.text(ratio, "ratio"));
        }
    }

    private static String plain(String text) {
        return text.replace(" ", "").replace(",", "").replaceAll("\\.0(?=[a-zA-Z])", "");
    }

    @Test
    void aChangeHasItsSignAndStaysOnItsSideOfTheTolerance() {
        assertThat(Amount.signedPercent(0.336, 0.2)).isEqualTo("+34%");
        assertThat(Amount.signedPercent(0.204, 0.2)).isEqualTo("+20.4%");
        assertThat(Amount.signedPercent(-0.048, 0.2)).isEqualTo("-4.8%");
        assertThat(Amount.signedPercent(-0.19508, 0.2)).isEqualTo("-19.5%");
        assertThat(Amount.signedPercent(0.20004, 0.2)).isEqualTo("+20.004%");
        assertThat(Amount.signedPercent(0.1999999, 0.2)).isEqualTo("just under +20%");
        assertThat(Amount.signedPercent(0.0004, 0.2)).isEqualTo("+0.04%");
        assertThat(Amount.signedPercent(-0.0004, 0.2)).isEqualTo("-0.04%");
        assertThat(Amount.signedPercent(0.0, 0.2)).isEqualTo("0%");
        assertThat(Amount.signedPercent(null, 0.2)).isEqualTo("-");
    }

    /** A change that nobody would act on has no sign; a share that is not nothing does not look like nothing. */
    @ParameterizedTest
    @CsvSource({
        "0, 0%, 0%",
        "0.000001, 0%, <0.1%",
        "0.00049, 0%, <0.1%",
        "-0.00049, 0%, 0%",
        "0.0005, +0.1%, 0.1%",
        "0.00051, +0.1%, 0.1%",
        "-0.00051, -0.1%, -0.1%",
        "0.0062, +0.6%, 0.6%",
        "-0.0062, -0.6%, -0.6%"
    })
    void aChangeOfLessThanATwentiethOfAPercentIsNone(double ratio, String change, String share) {
        assertThat(Amount.signedPercent(ratio)).isEqualTo(change);
        assertThat(Amount.percent(ratio)).isEqualTo(share);
    }

    @Test
    void changesHaveTheirSign() {
        assertThat(Amount.change(1048576.0)).isEqualTo("+1.0 MB");
        assertThat(Amount.change(-1048576.0)).isEqualTo("-1.0 MB");
        assertThat(Amount.change(0.0)).isEqualTo("0 B");
    }

    @ParameterizedTest
    @CsvSource({
        "-5000, new",
        "59999, new",
        "60000, 1 minute old",
        "3599999, 59 minutes old",
        "3600000, 1 hour old",
        "172799999, 47 hours old",
        "172800000, 2 days old"
    })
    void agesHaveOneUnit(long ms, String stated) {
        assertThat(Amount.age(ms)).isEqualTo(stated);
    }
}
