package dev.perfagent.cli.option;

import dev.perfagent.history.TimeRange;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code --timeframe}: {@code day}, {@code week}, {@code month} (the last 24 hours, 7 days, 30 days), {@code 12h},
 * {@code 7d}, {@code 2w}, a day, or two days or times with two dots between, of which either may be missing. Days count in full,
 * where the reader is.
 */
public final class TimeframeConverter implements ITypeConverter<TimeRange> {
    /** What an option's help says of it. */
    public static final String FORMS = "day, week, month, 12h, 7d, 2026-11-20 or 2026-11-01..2026-11-20";

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhdw])");
    private static final String DOTS = "..";

    private final Clock clock;
    private final LocalTimes times;

    /** @param clock gives the time and the reader's zone */
    public TimeframeConverter(Clock clock) {
        this.clock = clock;
        this.times = new LocalTimes(clock);
    }

    @Override
    public TimeRange convert(String value) {
        try {
            TimeRange range = parse(value);
            Instant from = range.from();
            Instant to = range.to();
            if (from == null || to == null || from.isBefore(to)) {
                return range;
            }
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + value + "' is not a time; give " + FORMS);
        }
        throw new TypeConversionException("'" + value + "' ends before it begins");
    }

    private TimeRange parse(String value) {
        Instant since = since(value);
        if (since != null) {
            return TimeRange.since(since);
        }
        int dots = value.indexOf(DOTS);
        if (dots < 0) {
            LocalDate day = LocalDate.parse(value);
            return new TimeRange(times.startOf(day), times.startOf(day.plusDays(1)));
        }
        String first = value.substring(0, dots);
        String last = value.substring(dots + DOTS.length());
        if (first.isEmpty() && last.isEmpty()) {
            throw new DateTimeException("neither beginning nor end");
        }
        return new TimeRange(
                first.isEmpty() ? null : time(first, Period.ZERO),
                last.isEmpty() ? null : time(last, Period.ofDays(1)));
    }

    private @Nullable Instant since(String value) {
        Matcher ago = AGO.matcher(value);
        Duration duration =
                switch (value) {
                    case "day" -> Duration.ofDays(1);
                    case "week" -> Duration.ofDays(7);
                    case "month" -> Duration.ofDays(30);
                    default -> ago.matches() ? duration(Long.parseLong(ago.group(1)), ago.group(2)) : null;
                };
        return duration == null ? null : clock.instant().minus(duration);
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    /** A day, moved by that much; or a moment. */
    private Instant time(String text, Period move) {
        if (text.indexOf('T') < 0) {
            return times.startOf(LocalDate.parse(text).plus(move));
        }
        return times.time(text);
    }
}
