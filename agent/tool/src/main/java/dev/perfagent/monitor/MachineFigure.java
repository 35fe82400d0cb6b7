package dev.perfagent.monitor;

import java.util.Locale;

/** What is known of the machine at one time; the name of each is a column of resources.csv and a field of the JSON. */
public enum MachineFigure {
    MEMORY_TOTAL_MB,
    MEMORY_USED_MB,
    MEMORY_AVAILABLE_MB,
    /** Of all CPUs together, 0 to 100. */
    CPU_PERCENT,
    /** The average of the last minute. */
    LOAD,
    DISK_TOTAL_MB,
    DISK_FREE_MB,
    PROCESSES,
    /** Of all networks but loopback, since the sample before, as the other bytes. */
    NETWORK_RECEIVED_BYTES,
    NETWORK_SENT_BYTES,
    /** TCP connections in use. */
    CONNECTIONS,
    DISK_READ_BYTES,
    DISK_WRITTEN_BYTES,
    /** The share of the time in which something waited for a CPU, 0 to 1. */
    CPU_PRESSURE,
    IO_PRESSURE,
    MEMORY_PRESSURE,
    /** Of the process of {@code --pid} and those that it started; 100 is one CPU. */
    PID_CPU_PERCENT,
    PID_MEMORY_MB,
    PID_PROCESSES,
    /** Logs in the home. */
    HOME_LOGS_MB,
    /** Plans in the home. */
    HOME_PLANS_MB;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** As programs read it. */
    public String key() {
        return key;
    }
}
