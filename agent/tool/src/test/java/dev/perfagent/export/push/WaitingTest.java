package dev.perfagent.export.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WaitingTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final Waiting waiting =
            new Waiting(Clock.fixed(Instant.parse("2027-01-15T08:00:00Z"), ZoneOffset.UTC), pauses::add);

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "-7, 0",
        "'Fri, 15 Jan 2027 08:00:09 GMT', 9",
        "'Sun, 06 Nov 1994 08:49:37 GMT', 0",
        "soon, 1",
        "99999999999999999999, 1",
    })
    void waitsAsLongAsItIsAskedOrAsOneCanKnow(String asked, long seconds) throws InterruptedException {
        assertThat(before(asked)).isTrue();
        assertThat(pauses).containsExactly(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "1000000000000", "9223372036854775807", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void whatIsTooLongIsNotWaitedForAfterAnotherWaitEither(String asked) throws InterruptedException {
        assertThat(before(asked)).isFalse();
        assertThat(before("1")).isTrue();
        assertThat(before(asked)).isFalse();
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void allWaitsTogetherAreFiveMinutesAtMost() throws InterruptedException {
        assertThat(before("200")).isTrue();
        assertThat(before("101")).isFalse();
        assertThat(before("100")).isTrue();
    }

    private boolean before(String asked) throws InterruptedException {
        return waiting.before(1, new ServiceAnswer(429, asked, ""));
    }
}
