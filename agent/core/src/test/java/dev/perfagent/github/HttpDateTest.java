package dev.perfagent.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    @Test
    void agreesWithTheJdk() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long epoch = random.nextLong(-2_000_000_000L, 10_000_000_000L);
            String text = format.format(Instant.ofEpochSecond(epoch));
            assertThat(HttpDate.epochSeconds(text)).as(text).isEqualTo(epoch);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun, 06 anF 1994 08:49:37 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:49:37 GMT",
                "Sun, 06 Nov 1994 08:60:37 GMT",
                "Sun, 06 Nov 1994 08:49:3x GMT",
                "Sun, 06 Nov 1994 08:49:37 UTC",
            })
    void otherFormsAreUnknown(String text) {
        assertThat(HttpDate.epochSeconds(text)).isNull();
    }
}
