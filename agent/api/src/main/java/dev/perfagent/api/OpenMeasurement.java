package dev.perfagent.api;

import org.jspecify.annotations.Nullable;

/** Work that is being measured. */
final class OpenMeasurement {
    private static final Operation UNNAMED = Operation.of("");

    private final Operation operation;
    private final long startMillis;
    private final long startNanos;
    private final @Nullable Object operationToken;
    private final @Nullable Object phaseToken;

    private OpenMeasurement(Operation operation, @Nullable Object operationToken, @Nullable Object phaseToken) {
        this.operation = operation;
        this.operationToken = operationToken;
        this.phaseToken = phaseToken;
        this.startMillis = System.currentTimeMillis();
        this.startNanos = System.nanoTime();
    }

    /** Begins work that ends on the running thread. */
    static OpenMeasurement begin(Operation given, MetricsCollector collector) {
        Operation operation = known(given);
        Object operationToken = null;
        Object phaseToken = null;
        try {
            operationToken = AgentHooks.operationBegins(operation.name(), null);
            phaseToken = AgentHooks.phaseBegins(operation.name(), null);
        } catch (RuntimeException | LinkageError failure) {
            collector.failed();
        }
        return new OpenMeasurement(operation, operationToken, phaseToken);
    }

    /** Begins work that may end on any thread. To an operation belong the requests of its thread, so this is none. */
    static OpenMeasurement beginLater(Operation given, MetricsCollector collector) {
        Operation operation = known(given);
        Object phaseToken = null;
        try {
            phaseToken = AgentHooks.phaseBegins(operation.name(), true);
        } catch (RuntimeException | LinkageError failure) {
            collector.failed();
        }
        return new OpenMeasurement(operation, null, phaseToken);
    }

    private static Operation known(@Nullable Operation given) {
        return given == null ? UNNAMED : given;
    }

    /** Ends it, and has it kept. */
    MetricsEntry end(@Nullable Throwable thrown, MetricsCollector collector) {
        long nanos = System.nanoTime() - startNanos;
        Failure failure = thrown == null ? null : Failure.of(thrown);
        MetricsEntry entry = new MetricsEntry(operation, startMillis, nanos, failure);
        try {
            if (phaseToken != null) {
                AgentHooks.phaseEnds(phaseToken);
                if (!operation.isPlain()) {
                    values();
                }
            }
            if (operationToken != null) {
                AgentHooks.operationEnds(operationToken);
            }
            collector.keep(entry);
        } catch (RuntimeException | LinkageError broken) {
            collector.failed();
        }
        return entry;
    }

    /** What is known of the work beside its name; in a run, the last one under a name counts. */
    private void values() {
        String name = operation.name();
        if (operation.target().isPresent()) {
            AgentHooks.value(name + ".target", operation.target().get());
        }
        if (operation.label().isPresent()) {
            AgentHooks.value(name + ".label", operation.label().get());
        }
        operation.metadata().forEach((key, value) -> AgentHooks.value(name + "." + key, value));
    }
}
