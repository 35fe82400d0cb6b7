package dev.perfagent.history;

import dev.perfagent.run.Duration;
import dev.perfagent.run.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where a run's time went. */
final class TimeParser {
    private static final FieldNames<DurationField> DURATION = FieldNames.of(DurationField.class);
    private static final FieldNames<PhaseField> PHASE = FieldNames.of(PhaseField.class);

    private final JsonCursor json;
    private final JsonFields<DurationField> duration;
    private final JsonFields<PhaseField> phase;

    TimeParser(JsonCursor json) {
        this.json = json;
        this.duration = new JsonFields<>(json, DURATION);
        this.phase = new JsonFields<>(json, PHASE);
    }

    private enum DurationField {
        TOTAL_MS,
        PROCESS_MS,
        JVM_STARTUP_MS,
        MAIN_CLASS_MS,
        PHASES
    }

    private enum PhaseField {
        MS,
        SELF_MS,
        COUNT,
        HEAP_DELTA_BYTES,
        ALLOCATED_BYTES,
        CPU_MS,
        CPU_WAIT_MS,
        PARALLELISM
    }

    Duration duration() {
        List<Phase> phases = List.of();
        if (duration.enters()) {
            for (DurationField field = duration.next(); field != null; field = duration.next()) {
                if (field == DurationField.PHASES) {
                    phases = phases();
                } else {
                    json.skip();
                }
            }
        }
        return new Duration(
                duration.number(DurationField.TOTAL_MS),
                duration.time(DurationField.PROCESS_MS),
                duration.time(DurationField.JVM_STARTUP_MS),
                duration.time(DurationField.MAIN_CLASS_MS),
                phases);
    }

    private List<Phase> phases() {
        if (!json.entersObject()) {
            return List.of();
        }
        List<Phase> phases = new ArrayList<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            Phase phase = phase(name);
            if (phase != null) {
                phases.add(phase);
            }
        }
        return phases;
    }

    private @Nullable Phase phase(String name) {
        if (!phase.readsObject()) {
            return null;
        }
        Long count = phase.whole(PhaseField.COUNT);
        return count == null
                ? null
                : new Phase(
                        name,
                        phase.number(PhaseField.MS),
                        phase.number(PhaseField.SELF_MS),
                        count,
                        phase.whole(PhaseField.HEAP_DELTA_BYTES),
                        phase.whole(PhaseField.ALLOCATED_BYTES),
                        phase.decimal(PhaseField.CPU_MS),
                        phase.decimal(PhaseField.CPU_WAIT_MS),
                        phase.decimal(PhaseField.PARALLELISM));
    }
}
