package dev.perfagent.export.push;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long to wait before a request is repeated. */
final class Waiting {
    /** After that many answers of the same kind another one helps nobody. */
    private static final int MOST_TRIES = 5;

    /** All waits of a push together: longer than this nobody watches, and a build waits for nothing. */
    private static final Duration MOST = Duration.ofMinutes(5);

    private final Clock clock;
    private final Pause pause;
    private Duration waited = Duration.ZERO;

    Waiting(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits as long as the answer asks for; false when that is too long or was tried too often. */
    boolean before(int nextTry, ServiceAnswer answer) throws InterruptedException {
        Duration asked = asked(answer.retryAfter());
        Duration wait = asked == null ? Duration.ofSeconds(1L << (nextTry - 1)) : asked;
        if (nextTry > MOST_TRIES || wait.compareTo(MOST.minus(waited)) > 0) {
            return false;
        }
        waited = waited.plus(wait);
        pause.take(wait);
        return true;
    }

    /** Seconds or a date; null for neither. */
    private @Nullable Duration asked(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.strip())));
        } catch (NumberFormatException noNumber) {
            try {
                Duration until = Duration.between(
                        clock.instant(),
                        ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
                return until.isNegative() ? Duration.ZERO : until;
            } catch (DateTimeException | ArithmeticException noDate) {
                return null;
            }
        }
    }

    /** Lets time pass; in tests it only says that it does. */
    @FunctionalInterface
    interface Pause {
        void take(Duration duration) throws InterruptedException;
    }
}
