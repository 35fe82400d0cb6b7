package dev.perfagent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void rowsAreAsTheStandardHasThem() {
        Csv csv = new Csv();
        csv.text("a").text("b, c").text("d \"e\"").number(1.5).number(null).endRow();
        csv.text("").number(12L).number(new BigDecimal("1E+3")).endRow();

        assertThat(csv).hasToString("a,\"b, c\",\"d \"\"e\"\"\",1.5,\r\n,12,1000\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.com\")",
                "+1+cmd|' /C calc'!A0",
                "-2+3",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1",
                "＝1+1"
            })
    void noTextIsAFormula(String text) {
        assertThat(cell(text)).startsWith("\"'");
    }

    @Test
    void negativeNumbersStayNumbers() {
        Csv csv = new Csv();
        csv.number(-0.25).endRow();

        assertThat(csv).hasToString("-0.25\r\n");
    }

    @Test
    void nothingThatATerminalObeysGetsThrough() {
        assertThat(cell("a\u001b[31mb\nc")).isEqualTo("a\\u001b[31mb\\nc\r\n");
    }

    private static String cell(String text) {
        Csv csv = new Csv();
        csv.text(text).endRow();
        return csv.toString();
    }
}
