package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfagent.sample.SampleRun;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonBytesTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What damage may bring in, and what JSON gives a meaning to. */
    private static final String DAMAGE = "\"\\{}[]:,.-+eEtfnu019 \t\u0001é/";

    private final JsonBytes json = new JsonBytes();

    @Test
    void whatIsJsonForJacksonIsSoHereAndNothingElse() {
        Random random = new Random(174);
        byte[] line = SampleRun.full("a", "2026-11-20T10:30:15.123Z").line().getBytes(StandardCharsets.UTF_8);
        byte[] damage = DAMAGE.getBytes(StandardCharsets.UTF_8);
        int accepted = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = line.clone();
            damaged[random.nextInt(line.length)] = damage[random.nextInt(damage.length)];

            boolean ours = isJson(damaged);

            assertThat(ours).as(new String(damaged, StandardCharsets.UTF_8)).isEqualTo(isJsonForJackson(damaged));
            accepted += ours ? 1 : 0;
        }
        assertThat(accepted).isBetween(1000, 4000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.5",
                "12.25",
                "0.1",
                "123456789.123456789",
                "9007199254740993",
                "9007199254740993.0",
                "4.35e-7",
                "1E+2",
                "123456789012345678",
                "1234567890123456789",
                "0.000000000000000000000001",
                "1e400",
                "-1e-400",
                "99999999999999999999",
                "179769313486231580000000000000000000000000000000000000"
            })
    void aNumberIsTheNearestDouble(String number) {
        pass(number);

        assertThat(json.decimalNumber()).isEqualTo(Double.parseDouble(number));
    }

    @Test
    void onlyWholeNumbersThatFitAreLong() {
        assertThat(isLong("9223372036854775807")).isTrue();
        assertThat(json.longNumber()).isEqualTo(Long.MAX_VALUE);
        assertThat(isLong("-9223372036854775808")).isTrue();
        assertThat(json.longNumber()).isEqualTo(Long.MIN_VALUE);
        assertThat(isLong("9223372036854775808")).isFalse();
        assertThat(isLong("1.0")).isFalse();
        assertThat(isLong("1e2")).isFalse();
    }

    @Test
    void aTextHasItsEscapes() {
        pass("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9 é \\ud83d\\ude00 \\ud83d\"");

        assertThat(json.text(new TextPool())).isEqualTo("\"\\/\b\f\n\r\té é \ud83d\ude00 \ufffd");
    }

    @Test
    void aNumberWithoutEndIsNone() {
        assertThatThrownBy(() -> pass("1".repeat(1001))).isInstanceOf(JsonBytes.UnreadableException.class);
    }

    private boolean isLong(String number) {
        pass(number);
        return json.isLong();
    }

    private void pass(String text) {
        byte[] bytes = ("##" + text).getBytes(StandardCharsets.UTF_8);
        json.open(bytes, 2, bytes.length - 2);
        json.peek();
        json.skip();
    }

    private boolean isJson(byte[] bytes) {
        json.open(bytes, 0, bytes.length);
        try {
            json.skip();
            return json.peek() == 0;
        } catch (JsonBytes.UnreadableException e) {
            return false;
        }
    }

    private static boolean isJsonForJackson(byte[] bytes) {
        try {
            JACKSON.readTree(LoneSurrogates.replacedIn(bytes, 0, bytes.length));
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }
}
