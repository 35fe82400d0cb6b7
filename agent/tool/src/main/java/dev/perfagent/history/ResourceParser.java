package dev.perfagent.history;

import dev.perfagent.run.Contention;
import dev.perfagent.run.ResourceUsage;

/** Reads what a run used of the machine. */
final class ResourceParser {
    static final ResourceUsage NONE =
            new ResourceUsage(null, null, null, null, null, null, null, null, null, null, null, Contention.UNKNOWN);

    private static final FieldNames<ResourceField> RESOURCE = FieldNames.of(ResourceField.class);
    private static final FieldNames<PressureField> PRESSURE = FieldNames.of(PressureField.class);

    private final JsonCursor json;
    private final JsonFields<ResourceField> resource;
    private final JsonFields<PressureField> pressure;

    ResourceParser(JsonCursor json) {
        this.json = json;
        this.resource = new JsonFields<>(json, RESOURCE);
        this.pressure = new JsonFields<>(json, PRESSURE);
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
        GAUGE_ID
    }

    private enum PressureField {
        CPU,
        IO,
        MEMORY
    }

    ResourceUsage resources() {
        pressure.clear();
        if (resource.enters()) {
            for (ResourceField field = resource.next(); field != null; field = resource.next()) {
                if (field == ResourceField.PRESSURE) {
                    pressure.readsObject();
                } else {
                    json.skip();
                }
            }
        }
        return new ResourceUsage(
                resource.whole(ResourceField.HEAP_DELTA_BYTES),
                resource.decimal(ResourceField.PEAK_MEMORY_MB),
                resource.decimal(ResourceField.AVERAGE_MEMORY_MB),
                resource.decimal(ResourceField.PEAK_RSS_MB),
                resource.whole(ResourceField.ALLOCATED_BYTES),
                resource.decimal(ResourceField.CPU_TIME_MS),
                resource.whole(ResourceField.GC_COUNT),
                resource.decimal(ResourceField.GC_MS),
                resource.whole(ResourceField.IO_OPERATIONS),
                resource.whole(ResourceField.CLASSES_LOADED),
                resource.whole(ResourceField.CLASSES_SHARED),
                null,
                resource.whole(ResourceField.THREADS_PEAK),
                contention());
    }

    private Contention contention() {
        return new Contention(
                resource.decimal(ResourceField.THREAD_CPU_MS),
                resource.decimal(ResourceField.CPU_WAIT_MS),
                resource.decimal(ResourceField.JVM_CPU_MS),
                resource.decimal(ResourceField.STEAL_MS),
                resource.decimal(ResourceField.MACHINE_BUSY),
                resource.decimal(ResourceField.THROTTLED_CPU_MS),
                pressure.decimal(PressureField.CPU),
                pressure.decimal(PressureField.IO),
                pressure.decimal(PressureField.MEMORY),
                resource.decimal(ResourceField.GAUGE_MS),
                resource.text(ResourceField.GAUGE_ID));
    }
}
