package dev.perfagent.cli.option;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --since}: how long ago, or since when. A day or a time without a zone is meant where the reader is. */
public final class SinceConverter implements ITypeConverter<Instant> {
    /** What an option's help says of it. */
    public static final String FORMS = "30m, 24h, 7d, 2w, 2026-11-01 or 2026-11-01T09:30";

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhdw])");

    private final Clock clock;

    /** @param clock gives the time and the reader's zone */
    public SinceConverter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant convert(String value) {
        Matcher ago = AGO.matcher(value);
        if (ago.matches()) {
            return clock.instant().minus(duration(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        LocalTimes times = new LocalTimes(clock);
        try {
            return value.indexOf('T') < 0 ? times.startOf(LocalDate.parse(value)) : times.time(value);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + value + "' is not a time; give " + FORMS);
        }
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }
}
