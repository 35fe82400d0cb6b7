package dev.perfagent.cli.option;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** Reads days and times as clocks show them where the reader is, and refuses those that clocks leave out or show twice. */
final class LocalTimes {
    private final Clock clock;

    /** @param clock knows the zone; it is asked for it when a time is read */
    LocalTimes(Clock clock) {
        this.clock = clock;
    }

    /**
     * When a day begins.
     *
     * @throws UnclearTimeException when there is no such day here
     */
    Instant startOf(LocalDate day) {
        Instant start = day.atStartOfDay(clock.getZone()).toInstant();
        if (start.equals(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant())) {
            throw new UnclearTimeException("'" + day + "' is left out of the calendar in " + clock.getZone());
        }
        return start;
    }

    /**
     * A time, with or without an offset.
     *
     * @throws DateTimeParseException when it is none
     * @throws UnclearTimeException when there is no such time here, or there are two
     */
    Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return time(LocalDateTime.parse(text));
        }
    }

    private Instant time(LocalDateTime time) {
        List<ZoneOffset> offsets = clock.getZone().getRules().getValidOffsets(time);
        if (offsets.size() == 1) {
            return time.toInstant(offsets.get(0));
        }
        ZoneOffsetTransition change = clock.getZone().getRules().getTransition(time);
        throw new UnclearTimeException(
                offsets.isEmpty()
                        ? "'" + time + "' does not exist in " + clock.getZone() + ": clocks go from "
                                + change.getDateTimeBefore() + " to " + change.getDateTimeAfter()
                        : "'" + time + "' is twice in " + clock.getZone() + ", because clocks are set back; give "
                                + time.atOffset(offsets.get(0)) + " or " + time.atOffset(offsets.get(1)));
    }
}
