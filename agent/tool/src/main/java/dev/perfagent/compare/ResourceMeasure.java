package dev.perfagent.compare;

import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Contention;
import dev.perfagent.run.HttpHost;
import dev.perfagent.threshold.RecentTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run used, beside time on the clock, that is compared. */
public enum ResourceMeasure {
    /** The command's time without the machine's part; compared in place of its time where the machine was busy. */
    ACTIVE_TIME("active_time", "without waiting", "ms", 5),
    /** Time on a processor, of all threads. */
    CPU("cpu", "CPU time", "ms", 5),
    /** Time on a processor, without the JVM's own threads. */
    APPLICATION_CPU("application_cpu", "  of the application", "ms", 20),
    /** The largest heap in use. */
    PEAK_MEMORY("peak_memory", "peak heap", "mb", 1),
    /** All that was allocated. */
    ALLOCATION("allocation", "allocated", "mb", 1),
    /** HTTP requests that went over the network, to GitHub and elsewhere. */
    REQUESTS("requests", "requests", "requests", 1);

    private static final double BYTES_A_MB = 1024 * 1024;

    private final String key;
    private final String words;
    private final String unit;
    private final double floor;

    ResourceMeasure(String key, String words, String unit, double floor) {
        this.key = key;
        this.words = words;
        this.unit = unit;
        this.floor = floor;
    }

    /** The name in JSON. */
    public String key() {
        return key;
    }

    /** As users read it. */
    public String words() {
        return words;
    }

    /** {@code ms}, {@code mb} or {@code requests}. */
    public String unit() {
        return unit;
    }

    /** The difference below which nothing counts, in its unit. */
    double floor() {
        return floor;
    }

    /** In its unit; null when the run does not know it. */
    @Nullable
    Double of(StoredRun run) {
        Double value =
                switch (this) {
                    case ACTIVE_TIME -> activeMs(run);
                    case APPLICATION_CPU -> run.applicationCpuMs();
                    case CPU -> run.resourceUsage().cpuTimeMs();
                    case PEAK_MEMORY -> run.resourceUsage().peakMemoryMb();
                    case ALLOCATION -> {
                        Long bytes = run.resourceUsage().allocatedBytes();
                        yield bytes == null ? null : (Double) (bytes / BYTES_A_MB);
                    }
                    case REQUESTS -> requests(run);
                };
        return value == null || !Double.isFinite(value) || value < 0 ? null : value;
    }

    private static @Nullable Double activeMs(StoredRun run) {
        Contention contention = run.resourceUsage().contention();
        Double waitMs = contention.cpuWaitMs();
        Double threadMs = contention.threadCpuMs();
        return waitMs == null || threadMs == null
                ? null
                : (Double) RecentTimes.activeMs(run.totalMs(), waitMs, threadMs);
    }

    private static @Nullable Double requests(StoredRun run) {
        List<HttpHost> hosts = run.http();
        if (hosts == null) {
            return run.gitHubApi() == null
                    ? null
                    : (Double) (double) run.gitHubApi().requestsMade();
        }
        return hosts.stream().mapToDouble(HttpHost::requests).sum();
    }
}
