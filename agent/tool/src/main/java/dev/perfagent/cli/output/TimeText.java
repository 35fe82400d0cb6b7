package dev.perfagent.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in the reader's time zone. */
public final class TimeText {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

    private TimeText() {}

    /** To the second, without the zone. */
    public static String second(Instant time, ZoneId zone) {
        return SECOND.format(time.atZone(zone));
    }

    /** To the millisecond, with the distance from UTC. */
    public static String exact(Instant time, ZoneId zone) {
        return EXACT.format(time.atZone(zone));
    }
}
