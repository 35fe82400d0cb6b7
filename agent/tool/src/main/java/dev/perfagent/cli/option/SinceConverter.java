package dev.perfagent.cli.option;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --since}: how long ago, or since when. A day or a time without a zone is meant where the reader is. */
public final class SinceConverter implements ITypeConverter<Instant> {
    /** What an option's help says of it. */
    public static final String FORMS = "30m, 24h, 7d, 2w, 2026-11-01 or 2026-11-01T09:30";

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhdw])");

    private final Clock clock;

    /** @param clock tells the time and the reader's zone */
    public SinceConverter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant convert(String value) {
        Matcher ago = AGO.matcher(value);
        if (ago.matches()) {
            return clock.instant().minus(duration(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        List<Function<String, Instant>> forms = List.of(
                text -> LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant(),
                text -> OffsetDateTime.parse(text).toInstant(),
                text -> LocalDateTime.parse(text).atZone(clock.getZone()).toInstant());
        return forms.stream()
                .map(form -> attempt(form, value))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is no time; give " + FORMS));
    }

    private static @Nullable Instant attempt(Function<String, Instant> form, String value) {
        try {
            return form.apply(value);
        } catch (DateTimeException e) {
            return null;
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
