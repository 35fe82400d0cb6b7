package dev.perfagent.history;

/** Where a run ran: the fields of {@code environment} that are read of many runs. */
public enum EnvironmentField {
    HOST,
    USER,
    OS,
    ARCH,
    CPU,
    CORES,
    MEMORY_MB,
    JDK,
    CI,
    FINGERPRINT,
    PID,
    TRACEPARENT,
    SYSTEM_SCORES
}
