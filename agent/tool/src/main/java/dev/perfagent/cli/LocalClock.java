package dev.perfagent.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The system's clock in the system's time zone, which is looked up when it is first asked for: that takes 10 ms of a start. */
final class LocalClock extends Clock {
    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
