package dev.perfagent.monitor;

import dev.perfagent.run.Severity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a monitor reports an alert of one type, and whether.
 *
 * @param samples in a row that break the limit before it is reported, and that keep it before it is over
 * @param coolDownMinutes how long what was reported is not reported again
 * @param severity of every alert; null to judge it
 * @param repeatsCritical whether a critical one is reported whatever the cool-down
 * @param log whether it goes to alerts.log
 * @param command whether it goes to the program that alerts.yml names
 */
public record AlertRule(
        int samples,
        double coolDownMinutes,
        @Nullable Severity severity,
        boolean repeatsCritical,
        boolean log,
        boolean command) {
    /** One sample in a second says little, so that a single one never raises an alert. */
    private static final int FEWEST_SAMPLES = 3;

    /** What holds without an alerts.yml. */
    public static final AlertRule STANDARD = new AlertRule(FEWEST_SAMPLES, 60, null, false, true, false);

    private static final String NONE = "-";

    public AlertRule {
        samples = Math.max(samples, FEWEST_SAMPLES);
    }

    /** Whether anybody gets to know of it. */
    boolean isReported() {
        return log || command;
    }

    /** As an argument of the process. */
    String text() {
        return String.join(
                ",",
                Integer.toString(samples),
                Double.toString(coolDownMinutes),
                severity == null ? NONE : severity.text(),
                Boolean.toString(repeatsCritical),
                Boolean.toString(log),
                Boolean.toString(command));
    }

    static AlertRule of(String text) {
        List<String> parts = List.of(text.split(",", -1));
        String severity = parts.get(2);
        return new AlertRule(
                Integer.parseInt(parts.get(0)),
                Double.parseDouble(parts.get(1)),
                severity.equals(NONE) ? null : Objects.requireNonNull(Severity.ofText(severity)),
                Boolean.parseBoolean(parts.get(3)),
                Boolean.parseBoolean(parts.get(4)),
                Boolean.parseBoolean(parts.get(5)));
    }
}
