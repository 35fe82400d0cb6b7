package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @Test
    void eachTypeIsRead() throws MalformedJsonException {
        Fields fields = parse("""
                {"text":"a","number":1.5,"whole":9007199254740993,"flag":true,"object":{"x":"y"},
                 "list":[{"x":1},"s",null],"values":{"a":"b","c":1.50,"d":null}}""");

        assertThat(fields.text("text")).isEqualTo("a");
        assertThat(fields.number("number")).isEqualTo(1.5);
        assertThat(fields.whole("whole")).isEqualTo(9007199254740993L);
        assertThat(fields.whole("number")).isNull();
        assertThat(fields.flag("flag")).isTrue();
        assertThat(fields.object("object").text("x")).isEqualTo("y");
        assertThat(fields.objects("list")).hasSize(1);
        assertThat(fields.texts("list")).containsExactly("s");
        assertThat(fields.values("values")).containsEntry("a", "b").containsEntry("d", "null");
        assertThat(fields.named("values").get("a")).extracting(Fields::isEmpty).isEqualTo(true);
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsUnknown() throws MalformedJsonException {
        Fields fields = parse("{\"a\":[],\"n\":null,\"big\":1e300}");

        for (String name : new String[] {"a", "n", "none"}) {
            assertThat(fields.text(name)).isNull();
            assertThat(fields.number(name)).isNull();
            assertThat(fields.whole(name)).isNull();
            assertThat(fields.flag(name)).isNull();
            assertThat(fields.object(name).isEmpty()).isTrue();
            assertThat(fields.objects(name)).isEmpty();
            assertThat(fields.named(name)).isEmpty();
        }
        assertThat(fields.whole("big")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "1", "null", "{}{}", "{\"a\":1} x", "{\"a\":\"\u0001\"}"})
    void whatIsNotOneObjectIsMalformed(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> parse("{\"a\":" + "[".repeat(100_000))).isInstanceOf(MalformedJsonException.class);
    }

    private static Fields parse(String text) throws MalformedJsonException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Fields.parse(bytes, bytes.length);
    }
}
