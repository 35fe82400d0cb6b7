package dev.perfagent.history;

import dev.perfagent.run.Duration;
import dev.perfagent.run.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where a run's time went. */
final class TimeParser {
    private static final FieldNames<DurationField> DURATION = FieldNames.of(JsonCursor.FACTORY, DurationField.class);
    private static final FieldNames<PhaseField> PHASE = FieldNames.of(JsonCursor.FACTORY, PhaseField.class);

    private final JsonCursor json;

    TimeParser(JsonCursor json) {
        this.json = json;
    }

    private enum DurationField {
        TOTAL_MS,
        PROCESS_MS,
        JVM_STARTUP_MS,
        MAIN_CLASS_MS,
        UNTIL_COMMAND_MS,
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
        double total = Double.NaN;
        Double process = null;
        Double startup = null;
        Double mainClass = null;
        Double untilCommand = 0.0; // older records do not say it, and nearly all are of a process with one command
        List<Phase> phases = List.of();
        if (json.entersObject()) {
            for (DurationField field = json.next(DURATION); field != null; field = json.next(DURATION)) {
                switch (field) {
                    case TOTAL_MS -> total = json.number();
                    case PROCESS_MS -> process = json.time();
                    case JVM_STARTUP_MS -> startup = json.time();
                    case MAIN_CLASS_MS -> mainClass = json.time();
                    case UNTIL_COMMAND_MS -> untilCommand = json.time();
                    case PHASES -> phases = phases();
                }
            }
        }
        return new Duration(total, process, startup, mainClass, null, process == null ? null : untilCommand, phases);
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
        if (!json.entersObject()) {
            return null;
        }
        double ms = Double.NaN;
        double self = Double.NaN;
        Long count = null;
        Long heap = null;
        Long allocated = null;
        Double cpu = null;
        Double cpuWait = null;
        Double parallelism = null;
        for (PhaseField field = json.next(PHASE); field != null; field = json.next(PHASE)) {
            switch (field) {
                case MS -> ms = json.number();
                case SELF_MS -> self = json.number();
                case COUNT -> count = json.whole();
                case HEAP_DELTA_BYTES -> heap = json.whole();
                case ALLOCATED_BYTES -> allocated = json.whole();
                case CPU_MS -> cpu = json.decimal();
                case CPU_WAIT_MS -> cpuWait = json.decimal();
                case PARALLELISM -> parallelism = json.decimal();
            }
        }
        return count == null ? null : new Phase(name, ms, self, count, heap, allocated, cpu, cpuWait, parallelism);
    }
}
