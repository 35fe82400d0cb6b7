package dev.perfagent.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {
    @Test
    void decimalsHaveAtMostThreePlaces() {
        assertThat(decimal(0.0)).isEqualTo("0.0");
        assertThat(decimal(1.5)).isEqualTo("1.5");
        assertThat(decimal(2450.0006)).isEqualTo("2450.001");
        assertThat(decimal(12.34)).isEqualTo("12.34");
        assertThat(decimal(0.05)).isEqualTo("0.05");
        assertThat(decimal(0.007)).isEqualTo("0.007");
        assertThat(decimal(-3.25)).isEqualTo("-3.25");
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(decimal(Double.NaN)).isEqualTo("null");
        assertThat(decimal(Double.POSITIVE_INFINITY)).isEqualTo("null");
        assertThat(decimal(null)).isEqualTo("null");
    }

    @Test
    void textStaysOnItsLineAndInItsQuotes() {
        assertThat(new JsonWriter().text("a\"b\\c\nd\u001b[31m\u2028").toString())
                .isEqualTo("\"a\\\"b\\\\c\\u000ad\\u001b[31m\\u2028\"");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(new JsonWriter().text("x\ud83d").toString()).isEqualTo("\"x\ufffd\"");
        assertThat(new JsonWriter().text("\udca1x").toString()).isEqualTo("\"\ufffdx\"");
        assertThat(new JsonWriter().text("💡").toString()).isEqualTo("\"💡\"");
    }

    @Test
    void commasStandBetweenAndNowhereElse() {
        JsonWriter json = new JsonWriter().open('{');
        json.name("a").open('[').whole(1).whole(2).close(']');
        json.name("b").open('{').close('}');
        json.name("c").flag(null).close('}');

        assertThat(json.toString()).isEqualTo("{\"a\":[1,2],\"b\":{},\"c\":null}");
    }

    private static String decimal(@Nullable Double value) {
        return new JsonWriter().decimal(value).toString();
    }
}
