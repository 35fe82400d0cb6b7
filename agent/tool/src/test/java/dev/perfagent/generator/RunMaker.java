package dev.perfagent.generator;

import dev.perfagent.generator.Workload.Influence;
import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Duration;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.Environment;
import dev.perfagent.run.Failure;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Operation;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.RateLimit;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
import dev.perfagent.run.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes one run after the other as the models have it. */
final class RunMaker {
    private static final double COLD_MS = 300;
    private static final double MS_A_REQUEST = 45;
    private static final int HOURLY_LIMIT = 5000;
    private static final int WORK_BEGINS = 8;
    private static final int WORK_ENDS = 18;

    private final SplittableRandom random;
    private final String application;
    private final String firstVersion;
    private final List<Change> changes;
    private final double failed;
    private final double killed;
    private final double cold;

    RunMaker(
            SplittableRandom random,
            String application,
            String firstVersion,
            List<Change> changes,
            double failed,
            double killed,
            double cold) {
        this.random = random;
        this.application = application;
        this.firstVersion = firstVersion;
        this.changes = List.copyOf(changes);
        this.failed = failed;
        this.killed = killed;
        this.cold = cold;
    }

    Run run(Instant start, Workload workload, Machine machine) {
        Outcome outcome = outcome();
        boolean isCold = random.nextDouble() < cold;
        Map<String, Object> context = new LinkedHashMap<>();
        double base = base(workload, machine, context);
        double done = outcome == Outcome.SUCCESS ? 1 : random.nextDouble();
        List<Phase> phases = new ArrayList<>();
        double rest = 1;
        double total = isCold ? COLD_MS : 0;
        for (Map.Entry<String, Double> share : workload.phases().entrySet()) {
            double ms = base * share.getValue() * factor(start, workload.command(), share.getKey()) * done;
            phases.add(new Phase(share.getKey(), rounded(ms), rounded(ms), 1, 1L << 20, null, null, null, 1.0));
            total += ms;
            rest -= share.getValue();
        }
        total += base * Math.max(0, rest) * factor(start, workload.command(), null) * done;
        double waits = waitShare(start, machine);
        total = rounded(total / (1 - waits));
        GitHubApi api = workload.requests() == 0 ? null : api(workload, start, total);
        return new Run(
                id(start),
                start.toEpochMilli(),
                start.toEpochMilli() + Math.round(total),
                application,
                version(start, workload.command()),
                workload.command(),
                List.of("--project"),
                outcome,
                outcome == Outcome.KILLED ? null : (Integer) (outcome == Outcome.ERROR ? 1 : 0),
                outcome == Outcome.ERROR ? new Failure("java.io.IOException", "the server is away") : null,
                new Duration(total, rounded(total + 160), 120.0, null, null, 140.0, phases),
                resources(total, contention(total, waits, machine)),
                api,
                api == null
                        ? List.of()
                        : List.of(new HttpHost("api.github.com", api.requestsMade(), rounded(total * 0.4), 0, 50_000L)),
                api == null ? List.of() : List.of(cache()),
                null,
                context,
                environment(machine),
                new AgentCost(
                        "0.1.0",
                        isCold ? AgentCost.COLD : AgentCost.WARM,
                        6.125,
                        isCold ? COLD_MS : 0,
                        null,
                        false,
                        2.5,
                        240),
                alerts(workload, total));
    }

    private Outcome outcome() {
        double drawn = random.nextDouble();
        return drawn < killed ? Outcome.KILLED : drawn < killed + failed ? Outcome.ERROR : Outcome.SUCCESS;
    }

    /** Before any change. */
    private double base(Workload workload, Machine machine, Map<String, Object> context) {
        double ms = workload.medianMs() * machine.slowness() * Math.exp(workload.sigma() * random.nextGaussian());
        for (Map.Entry<String, Influence> entry : workload.influences().entrySet()) {
            Influence influence = entry.getValue();
            double spread = Math.log(influence.most() / influence.least());
            long value = Math.round(influence.least() * Math.exp(spread * random.nextDouble()));
            context.put(entry.getKey(), value);
            ms *= Math.pow(value / influence.middle(), influence.exponent());
        }
        return ms;
    }

    private double factor(Instant start, String command, @Nullable String phase) {
        double factor = 1;
        for (Change change : changes) {
            if (change.concerns(command, start)
                    && (change.phase() == null || change.phase().equals(phase))) {
                factor *= change.factor();
            }
        }
        return factor;
    }

    private String version(Instant start, String command) {
        String version = firstVersion;
        for (Change change : changes) {
            if (change.version() != null && change.concerns(command, start)) {
                version = change.version();
            }
        }
        return version;
    }

    private String id(Instant start) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(start.toEpochMilli(), 12) + "-" + hex.toHexDigits(random.nextLong(), 12);
    }

    private GitHubApi api(Workload workload, Instant start, double total) {
        long requests = Math.max(1, Math.round(workload.requests() * Math.exp(0.2 * random.nextGaussian())));
        long lists = requests / 2;
        long rest = requests - lists;
        long used = random.nextLong(HOURLY_LIMIT - 1000) + requests;
        RateLimit core = new RateLimit(
                "core",
                (long) HOURLY_LIMIT,
                HOURLY_LIMIT - used,
                used,
                start.getEpochSecond() / 3600 * 3600 + 3600,
                requests);
        return new GitHubApi(
                requests,
                null,
                null,
                requests / 5,
                List.of(core),
                null,
                null,
                0,
                true,
                List.of(new Operation("project_item_fetch", 3, lists, rounded(total * 0.2), rounded(total * 0.1))),
                List.of(
                        endpoint("GET /repos/{owner}/{repo}/issues", lists, requests / 5),
                        endpoint("POST /graphql", rest, 0)));
    }

    private static Endpoint endpoint(String name, long count, long notModified) {
        Map<Integer, Long> status =
                notModified == 0 ? Map.of(200, count) : Map.of(200, count - notModified, 304, notModified);
        return new Endpoint(
                name, count, count * MS_A_REQUEST, 2 * MS_A_REQUEST, status, count * 1024, 0, count / 2, 30);
    }

    private Cache cache() {
        long hits = random.nextInt(100);
        return new Cache("field-definitions", "caffeine", hits, 100 - hits, 0L, 100 - hits, 120.5, 7L);
    }

    private ResourceUsage resources(double total, Contention contention) {
        double heap = rounded(40 + 40 * random.nextDouble());
        return new ResourceUsage(
                (long) (heap * 1024 * 100),
                heap,
                rounded(heap * 0.6),
                rounded(heap * 1.6),
                null,
                rounded(total * 0.7),
                2L,
                rounded(12 * random.nextDouble()),
                245L,
                2100L,
                9L,
                contention);
    }

    /**
     * Which part of its time a run waits for a CPU. Random by the time alone, so that the same seed makes the same runs with and
     * without it.
     */
    private static double waitShare(Instant start, Machine machine) {
        long hour = start.getEpochSecond() / 3600 % 24;
        double most = hour >= WORK_BEGINS && hour < WORK_ENDS ? machine.busy() : machine.busy() / 10;
        return most * new SplittableRandom(start.toEpochMilli()).nextDouble();
    }

    private static Contention contention(double total, double share, Machine machine) {
        if (machine.busy() == 0) {
            return Contention.UNKNOWN;
        }
        double had = total * (1 - share);
        return new Contention(
                rounded(had * 0.6),
                rounded(total * share),
                rounded(total * 0.2),
                0.0,
                rounded(share),
                0.0,
                rounded(share),
                0.0,
                0.0);
    }

    private static Environment environment(Machine machine) {
        return new Environment(
                machine.host(),
                "ada",
                "Linux 6.1.0",
                "amd64",
                "AMD EPYC 7763",
                8,
                16_384L,
                "17.0.15",
                "00ff00ff00ff00ff",
                machine.ci().isEmpty() ? null : machine.ci(),
                null,
                null,
                null,
                machine.fingerprint());
    }

    private static List<Alert> alerts(Workload workload, double total) {
        double limit = workload.medianMs() * 1.5;
        return total <= limit
                ? List.of()
                : List.of(new Alert(
                        Measure.TIME,
                        Severity.WARNING,
                        workload.command(),
                        total,
                        limit,
                        workload.medianMs(),
                        null,
                        List.of("See what has changed.")));
    }

    private static double rounded(double ms) {
        return Math.round(ms * 1000) / 1000.0;
    }
}
