package dev.perfagent.calibrate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is measured of a machine. */
public enum SystemMeasure {
    /** As an event of sysbench's CPU test: the primes up to 10,000 are found by trial division. */
    CPU_ONE_CORE("CPU, one core", "operations/s", true),
    CPU_ALL_CORES("CPU, all cores", "operations/s", true),
    /** Bytes that are copied, not those that are read and written. */
    MEMORY_COPY("Memory, copying", "MB/s", true),
    /** Until the disk has it. */
    DISK_WRITE("Disk, writing", "MB/s", true),
    DISK_READ("Disk, reading", "MB/s", true),
    /** Made, written, read and deleted. */
    SMALL_FILES("Disk, small files", "files/s", true),
    LOOPBACK_ROUND_TRIP("Loopback, round trip", "µs", false),
    LOOPBACK_THROUGHPUT("Loopback, sending", "MB/s", true),
    /** From the start of {@code java -version} to its end. */
    JVM_START("JVM start", "ms", false),
    /** Of the same, without the time in which it waited for a CPU. */
    JVM_START_CPU("JVM start, CPU time", "ms", false),
    /** Only of an address that the user gave. */
    DOWNLOAD("Download", "MB/s", true);

    private final String words;
    private final String unit;
    private final boolean moreIsBetter;

    SystemMeasure(String words, String unit, boolean moreIsBetter) {
        this.words = words;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
    }

    /** As users read it. */
    public String words() {
        return words;
    }

    /** As programs read it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String unit() {
        return unit;
    }

    /** Whether it is a rate, and not a time. */
    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** Null when there is none of that key. */
    public static @Nullable SystemMeasure ofKey(String key) {
        for (SystemMeasure measure : values()) {
            if (measure.key().equals(key)) {
                return measure;
            }
        }
        return null;
    }
}
