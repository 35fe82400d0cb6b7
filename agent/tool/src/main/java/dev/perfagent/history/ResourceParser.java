package dev.perfagent.history;

import dev.perfagent.run.Contention;
import dev.perfagent.run.ResourceUsage;
import org.jspecify.annotations.Nullable;

/** Reads what a run used of the machine. */
final class ResourceParser {
    static final ResourceUsage NONE =
            new ResourceUsage(null, null, null, null, null, null, null, null, null, null, null, Contention.UNKNOWN);

    private static final FieldNames<ResourceField> RESOURCE = FieldNames.of(JsonCursor.FACTORY, ResourceField.class);
    private static final FieldNames<PressureField> PRESSURE = FieldNames.of(JsonCursor.FACTORY, PressureField.class);

    private final JsonCursor json;
    private @Nullable Double threadCpu;
    private @Nullable Double cpuWait;
    private @Nullable Double jvmCpu;
    private @Nullable Double steal;
    private @Nullable Double busy;
    private @Nullable Double throttled;
    private @Nullable Double pressureCpu;
    private @Nullable Double pressureIo;
    private @Nullable Double pressureMemory;
    private @Nullable Double gauge;
    private @Nullable Double look;
    private @Nullable String gaugeId;

    ResourceParser(JsonCursor json) {
        this.json = json;
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
        CLASSES_SHARED,
        THREADS_PEAK,
        THREAD_CPU_MS,
        CPU_WAIT_MS,
        JVM_CPU_MS,
        STEAL_MS,
        MACHINE_BUSY,
        THROTTLED_CPU_MS,
        PRESSURE,
        GAUGE_MS,
        LOOK_US,
        GAUGE_ID
    }

    private enum PressureField {
        CPU,
        IO,
        MEMORY
    }

    ResourceUsage resources() {
        forgetContention();
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
        Long shared = null;
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
                    case CLASSES_SHARED -> shared = json.whole();
                    case THREADS_PEAK -> threads = json.whole();
                    case THREAD_CPU_MS -> threadCpu = json.decimal();
                    case CPU_WAIT_MS -> cpuWait = json.decimal();
                    case JVM_CPU_MS -> jvmCpu = json.decimal();
                    case STEAL_MS -> steal = json.decimal();
                    case MACHINE_BUSY -> busy = json.decimal();
                    case THROTTLED_CPU_MS -> throttled = json.decimal();
                    case PRESSURE -> pressure();
                    case GAUGE_MS -> gauge = json.decimal();
                    case LOOK_US -> look = json.decimal();
                    case GAUGE_ID -> gaugeId = json.text();
                }
            }
        }
        return new ResourceUsage(
                heap,
                peak,
                average,
                rss,
                allocated,
                cpu,
                collections,
                collecting,
                io,
                classes,
                shared,
                null,
                threads,
                contention());
    }

    private void forgetContention() {
        threadCpu = null;
        cpuWait = null;
        jvmCpu = null;
        steal = null;
        busy = null;
        throttled = null;
        pressureCpu = null;
        pressureIo = null;
        pressureMemory = null;
        gauge = null;
        look = null;
        gaugeId = null;
    }

    private Contention contention() {
        return new Contention(
                threadCpu,
                cpuWait,
                jvmCpu,
                steal,
                busy,
                throttled,
                pressureCpu,
                pressureIo,
                pressureMemory,
                gauge,
                look,
                gaugeId);
    }

    private void pressure() {
        if (!json.entersObject()) {
            return;
        }
        for (PressureField field = json.next(PRESSURE); field != null; field = json.next(PRESSURE)) {
            switch (field) {
                case CPU -> pressureCpu = json.decimal();
                case IO -> pressureIo = json.decimal();
                case MEMORY -> pressureMemory = json.decimal();
            }
        }
    }
}
