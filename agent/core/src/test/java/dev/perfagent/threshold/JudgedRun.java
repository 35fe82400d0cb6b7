package dev.perfagent.threshold;

import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Duration;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.Environment;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.RateLimit;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.run.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the run of a command {@code batch} that took as long and used as much as a test says, and nothing else. */
public final class JudgedRun {
    /** 2026-11-20T10:30:15.123Z. */
    public static final long END = 1_795_170_615_123L;

    private String application = "ghpm";
    private String command = "batch";
    private String version = "2.0.0";
    private String plan = AgentCost.WARM;
    private String jdk = "17";
    private Outcome outcome = Outcome.SUCCESS;
    private double totalMs;
    private @Nullable Double processMs;
    private @Nullable Double jvmStartupMs;
    private final List<Phase> phases = new ArrayList<>();
    private ResourceUsage usage = usage(null, null, null, null);
    private @Nullable GitHubApi api;
    private @Nullable List<HttpHost> http;
    private @Nullable List<Cache> caches;
    private @Nullable List<ProcessUse> processes;
    private Map<String, Object> context = Map.of();
    private List<Alert> alerts = List.of();

    private JudgedRun(double totalMs) {
        this.totalMs = totalMs;
    }

    public static JudgedRun took(double totalMs) {
        return new JudgedRun(totalMs);
    }

    public JudgedRun named(String newApplication, String newCommand) {
        application = newApplication;
        command = newCommand;
        return this;
    }

    public JudgedRun ended(Outcome as) {
        outcome = as;
        return this;
    }

    public JudgedRun cold() {
        plan = AgentCost.COLD;
        return this;
    }

    public JudgedRun ofVersion(String newVersion) {
        version = newVersion;
        return this;
    }

    public JudgedRun on(String newJdk) {
        jdk = newJdk;
        return this;
    }

    public JudgedRun process(double wholeMs, double startMs) {
        processMs = wholeMs;
        jvmStartupMs = startMs;
        return this;
    }

    public JudgedRun phase(Phase phase) {
        phases.add(phase);
        return this;
    }

    public JudgedRun used(ResourceUsage newUsage) {
        usage = newUsage;
        return this;
    }

    /** Of a machine that it did not have to itself; null is not known. */
    public JudgedRun shared(double waitMs, double threadCpuMs, double cpuMs, @Nullable Double jvmCpuMs) {
        Contention contention = new Contention(threadCpuMs, waitMs, jvmCpuMs, null, null, null, null, null, null);
        usage = new ResourceUsage(null, null, null, null, null, cpuMs, null, null, null, null, null, contention);
        return this;
    }

    /** On a machine on which the agent's own work took so long. */
    public JudgedRun gauged(double gaugeMs, String gaugeId) {
        return gauged(gaugeMs, null, gaugeId);
    }

    /** The same where a look of the agent's took so long, too. */
    public JudgedRun gauged(double gaugeMs, @Nullable Double lookUs, String gaugeId) {
        Contention contention = usage.contention().gauged(gaugeMs, lookUs, gaugeId);
        Double cpuMs = usage.cpuTimeMs();
        usage = new ResourceUsage(null, null, null, null, null, cpuMs, null, null, null, null, null, contention);
        return this;
    }

    public JudgedRun called(GitHubApi newApi) {
        api = newApi;
        return this;
    }

    public JudgedRun asked(HttpHost... hosts) {
        http = List.of(hosts);
        return this;
    }

    public JudgedRun cached(Cache... newCaches) {
        caches = List.of(newCaches);
        return this;
    }

    public JudgedRun started(ProcessUse... newProcesses) {
        processes = List.of(newProcesses);
        return this;
    }

    public JudgedRun context(Map<String, Object> captured) {
        context = captured;
        return this;
    }

    public JudgedRun alerted(Alert... found) {
        alerts = List.of(found);
        return this;
    }

    public Run run() {
        return new Run(
                "0193-abc",
                END - Math.round(totalMs),
                END,
                application,
                version,
                command,
                List.of(),
                outcome,
                null,
                null,
                new Duration(
                        totalMs,
                        processMs,
                        jvmStartupMs,
                        null,
                        null,
                        processMs == null ? null : Double.valueOf(processMs - totalMs),
                        phases),
                usage,
                api,
                http,
                caches,
                processes,
                context,
                new Environment(null, null, "Linux", "amd64", null, 8, null, jdk, null, null, null, null, null, "f"),
                new AgentCost("0.1.0", plan, 0, 0, null, false, 0, 0),
                alerts);
    }

    public static Phase phase(String name, double ms) {
        return new Phase(name, ms, ms, 1, null, null, null, null, null);
    }

    public static ResourceUsage usage(
            @Nullable Long heapDelta, @Nullable Double cpuMs, @Nullable Long gcCount, @Nullable Double gcMs) {
        return new ResourceUsage(
                heapDelta, null, null, null, null, cpuMs, gcCount, gcMs, null, null, null, Contention.UNKNOWN);
    }

    public static GitHubApi requests(long made, Endpoint... endpoints) {
        return api(made, null, null, true, List.of(), endpoints);
    }

    public static GitHubApi limits(RateLimit... resources) {
        return api(20, null, null, true, List.of(resources));
    }

    public static GitHubApi api(
            long made,
            @Nullable Long hits,
            @Nullable Long misses,
            @Nullable Boolean authenticated,
            List<RateLimit> resources,
            Endpoint... endpoints) {
        return new GitHubApi(
                made, hits, misses, 0, resources, null, null, 0, authenticated, List.of(), List.of(endpoints));
    }

    public static Endpoint endpoint(String name, long count, double ms) {
        return new Endpoint(name, count, ms, ms, Map.of(200, count), null, 0, 0, null);
    }

    public static Cache cache(String name, long hits, long misses, @Nullable Long evictions) {
        return new Cache(name, "caffeine", hits, misses, evictions, null, null, null);
    }

    public static Budget budget(@Nullable Double baseline, @Nullable Double target, @Nullable Double max) {
        Map<Limit, Double> limits = new EnumMap<>(Limit.class);
        put(limits, Limit.BASELINE_MS, baseline);
        put(limits, Limit.TARGET_MS, target);
        put(limits, Limit.MAX_ACCEPTABLE_MS, max);
        return new Budget(limits, Map.of(), List.of());
    }

    public static void put(Map<Limit, Double> limits, Limit limit, @Nullable Double value) {
        if (value != null) {
            limits.put(limit, value);
        }
    }

    public static Benchmarks benchmarks(Budget budget, Scenario... scenarios) {
        return new Benchmarks(null, null, Map.of("batch", budget), List.of(scenarios));
    }
}
