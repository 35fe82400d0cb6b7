package dev.perfagent.history;

import dev.perfagent.run.Duration;
import dev.perfagent.run.Phase;
import dev.perfagent.run.ResourceUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where a run's time went, and what it used of the machine. */
final class TimeParser {
    private static final Names<DurationField> DURATION = Names.of(JsonCursor.FACTORY, DurationField.class);
    private static final Names<PhaseField> PHASE = Names.of(JsonCursor.FACTORY, PhaseField.class);
    private static final Names<ResourceField> RESOURCE = Names.of(JsonCursor.FACTORY, ResourceField.class);

    private final JsonCursor json;

    TimeParser(JsonCursor json) {
        this.json = json;
    }

    private enum DurationField {
        TOTAL_MS,
        PROCESS_MS,
        JVM_STARTUP_MS,
        PHASES
    }

    private enum PhaseField {
        MS,
        SELF_MS,
        COUNT,
        HEAP_DELTA_BYTES,
        ALLOCATED_BYTES,
        CPU_MS,
        PARALLELISM
    }

    private enum ResourceField {
        HEAP_DELTA_BYTES,
        PEAK_MEMORY_MB,
        AVERAGE_MEMORY_MB,
        PEAK_RSS_MB,
        ALLOCATED_BYTES,
        CPU_TIME_MS,
        GC_COUNT,
        GC_MS,
        IO_OPERATIONS,
        CLASSES_LOADED,
        THREADS_PEAK
    }

    Duration duration() {
        double total = Double.NaN;
        Double process = null;
        Double startup = null;
        List<Phase> phases = List.of();
        if (json.entersObject()) {
            for (DurationField field = json.next(DURATION); field != null; field = json.next(DURATION)) {
                switch (field) {
                    case TOTAL_MS -> total = json.number();
                    case PROCESS_MS -> process = json.decimal();
                    case JVM_STARTUP_MS -> startup = json.decimal();
                    case PHASES -> phases = phases();
                }
            }
        }
        return new Duration(total, process, startup, phases);
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
        Double parallelism = null;
        for (PhaseField field = json.next(PHASE); field != null; field = json.next(PHASE)) {
            switch (field) {
                case MS -> ms = json.number();
                case SELF_MS -> self = json.number();
                case COUNT -> count = json.whole();
                case HEAP_DELTA_BYTES -> heap = json.whole();
                case ALLOCATED_BYTES -> allocated = json.whole();
                case CPU_MS -> cpu = json.decimal();
                case PARALLELISM -> parallelism = json.decimal();
            }
        }
        return count == null ? null : new Phase(name, ms, self, count, heap, allocated, cpu, parallelism);
    }

    ResourceUsage resources() {
        Long heap = null;
        Double peak = null;
        Double average = null;
        Double rss = null;
        Long allocated = null;
        Double cpu = null;
        Long collections = null;
        Double collecting = null;
        Long io = null;
        Long classes = null;
        Long threads = null;
        if (json.entersObject()) {
            for (ResourceField field = json.next(RESOURCE); field != null; field = json.next(RESOURCE)) {
                switch (field) {
                    case HEAP_DELTA_BYTES -> heap = json.whole();
                    case PEAK_MEMORY_MB -> peak = json.decimal();
                    case AVERAGE_MEMORY_MB -> average = json.decimal();
                    case PEAK_RSS_MB -> rss = json.decimal();
                    case ALLOCATED_BYTES -> allocated = json.whole();
                    case CPU_TIME_MS -> cpu = json.decimal();
                    case GC_COUNT -> collections = json.whole();
                    case GC_MS -> collecting = json.decimal();
                    case IO_OPERATIONS -> io = json.whole();
                    case CLASSES_LOADED -> classes = json.whole();
                    case THREADS_PEAK -> threads = json.whole();
                }
            }
        }
        return new ResourceUsage(
                heap, peak, average, rss, allocated, cpu, collections, collecting, io, classes, threads);
    }
}
