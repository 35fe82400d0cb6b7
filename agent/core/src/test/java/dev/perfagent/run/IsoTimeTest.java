package dev.perfagent.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IsoTimeTest {
    private static final DateTimeFormatter JDK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void isWhatTheJdkWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long millis = random.nextLong(-1_000_000_000_000L, 4_000_000_000_000L);

            assertThat(IsoTime.utc(millis)).isEqualTo(JDK.format(Instant.ofEpochMilli(millis)));
        }
    }

    @Test
    void leapDays() {
        assertThat(IsoTime.utcDate(Instant.parse("2024-02-29T23:59:59Z").toEpochMilli()))
                .isEqualTo("2024-02-29");
        assertThat(IsoTime.utcDate(Instant.parse("2100-03-01T00:00:00Z").toEpochMilli()))
                .isEqualTo("2100-03-01");
    }
}
