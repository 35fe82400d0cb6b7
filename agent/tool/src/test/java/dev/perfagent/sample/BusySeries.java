package dev.perfagent.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/** Runs of one command, one a minute, of which it is known how long they worked and how long they waited for a CPU. */
public final class BusySeries {
    private static final double JVM_MS = 200;
    private static final double FILES_MS = 50;

    private final SampleHome home;
    private final SplittableRandom random = new SplittableRandom(7);
    private final String host;
    private String version = "2.0.0";
    private String fingerprint = "d41d8cd98f00b204";
    private int made;

    /** @param host that the runs were on */
    public BusySeries(Path home, String host) {
        this.home = new SampleHome(home);
        this.host = host;
    }

    /** From now on the runs are of that version of the application. */
    public BusySeries version(String next) {
        version = next;
        return this;
    }

    /** From now on the runs are on a machine of that kind. */
    public BusySeries fingerprint(String next) {
        fingerprint = next;
        return this;
    }

    /**
     * Adds runs whose own times differ by 2 % or so.
     *
     * @param cpuMs CPU time of the application, all of it of the command's thread
     * @param least the smallest part of the time for which a run waits for a CPU, 0 to 1
     * @param most the largest
     */
    public void add(int runs, String start, double cpuMs, double least, double most) throws IOException {
        for (int i = 0; i < runs; i++) {
            double own = cpuMs * (0.98 + 0.04 * random.nextDouble());
            double share = least + (most - least) * random.nextDouble();
            double total = (own + FILES_MS) / (1 - share * 1.12);
            home.add(SampleRun.plain(
                            String.format(Locale.ROOT, "%08x-%s", ++made, host),
                            Instant.parse(start).plusSeconds(60L * i).toString())
                    .took(total)
                    .with("application_version", version)
                    .host(host)
                    .fingerprint(fingerprint)
                    .json(
                            "resource_usage",
                            String.format(
                                    Locale.ROOT,
                                    "{\"cpu_time_ms\":%.3f,\"thread_cpu_ms\":%.3f,\"cpu_wait_ms\":%.3f,"
                                            + "\"jvm_cpu_ms\":%.3f,\"throttled_cpu_ms\":0.0,\"steal_ms\":0.0}",
                                    own + JVM_MS,
                                    own,
                                    total * share,
                                    JVM_MS)));
        }
    }
}
