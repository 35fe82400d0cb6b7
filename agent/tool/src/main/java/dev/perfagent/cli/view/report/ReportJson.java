package dev.perfagent.cli.view.report;

import dev.perfagent.analysis.Timing;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.view.scope.ScopeJson;
import dev.perfagent.report.AgentUse;
import dev.perfagent.report.ApiUse;
import dev.perfagent.report.CacheUse;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.CommandTrend;
import dev.perfagent.report.Efficiency;
import dev.perfagent.report.FingerprintReport;
import dev.perfagent.report.MachineUse;
import dev.perfagent.report.MemoryUse;
import dev.perfagent.report.Report;
import dev.perfagent.report.Score;
import dev.perfagent.report.Summary;
import dev.perfagent.report.VersionReport;
import dev.perfagent.threshold.Rating;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report for programs, in the form that docs/report.md describes. */
public final class ReportJson {
    /** Goes up when a field changes its meaning or goes away; new fields do not change it. */
    private static final int SCHEMA = 1;

    private ReportJson() {}

    public static String of(Report report) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode document = mapper.createObjectNode().put("schema", SCHEMA);
        ScopeJson.add(report.scope(), document);
        add(report.summary(), document.putObject("summary"));
        ArrayNode commands = document.putArray("commands");
        report.commands().forEach(command -> add(command, commands.addObject()));
        ArrayNode bottlenecks = document.putArray("bottlenecks");
        report.bottlenecks().forEach(bottleneck -> ScopeJson.add(bottleneck.command(), bottlenecks.addObject())
                .put("kind", bottleneck.kind().text())
                .put("name", bottleneck.name())
                .put("ms", Decimals.of(bottleneck.ms()))
                .put("ms_per_run", Decimals.of(bottleneck.msPerRun()))
                .put("share", Decimals.ratio(bottleneck.share())));
        ArrayNode opportunities = document.putArray("opportunities");
        report.opportunities().forEach(opportunity -> ScopeJson.add(opportunity.command(), opportunities.addObject())
                .put("type", opportunity.type())
                .put("subject", opportunity.subject())
                .put("runs", opportunity.runs())
                .put("tip", opportunity.tip()));
        agent(report.agent(), document.putObject("agent"));
        return mapper.writeValueAsString(document);
    }

    private static void add(Summary summary, ObjectNode object) {
        ScopeJson.add(summary.counts(), object)
                .put("commands", summary.commands())
                .put("first", ScopeJson.time(summary.first()))
                .put("last", ScopeJson.time(summary.last()))
                .put("commands_per_minute", Decimals.ratio(summary.commandsPerMinute()))
                .put("skipped_lines", summary.skippedLines())
                .put("unreadable_files", summary.unreadableFiles())
                .put("future_runs", summary.futureRuns())
                .put("score", Decimals.ratio(summary.score()));
    }

    private static void add(CommandReport command, ObjectNode object) {
        ScopeJson.add(command.name(), object);
        ScopeJson.add(command.counts(), object);
        object.put("pooled", command.isPooled());
        timing(command.timing(), "timing", object);
        ArrayNode fingerprints = object.putArray("fingerprints");
        for (FingerprintReport machine : command.fingerprints()) {
            ObjectNode one = fingerprints
                    .addObject()
                    .put("fingerprint", machine.fingerprint())
                    .put("runs", machine.runs());
            timing(machine.timing(), "timing", one);
        }
        versions(command, object);
        score(command.score(), object);
        trend(command.trend(), object);
        memory(command.memory(), object);
        machine(command.machine(), object);
        api(command.api(), object);
        CacheUse caches = command.caches();
        if (caches == null) {
            object.putNull("caches");
        } else {
            object.putObject("caches")
                    .put("hits", caches.hits())
                    .put("misses", caches.misses())
                    .put("hit_rate", Decimals.ratio(caches.hitRate()));
        }
        ObjectNode alerts = object.putObject("alerts");
        command.alerts().forEach((type, runs) -> alerts.put(type, runs));
    }

    private static void versions(CommandReport command, ObjectNode object) {
        ArrayNode versions = object.putArray("versions");
        for (VersionReport version : command.versions()) {
            ObjectNode one = versions.addObject()
                    .put("version", version.version().isEmpty() ? null : version.version())
                    .put("first", version.first().toString())
                    .put("last", version.last().toString())
                    .put("pooled", version.machines() > 1);
            timing(version.timing(), "timing", one);
        }
    }

    private static void agent(AgentUse agent, ObjectNode object) {
        part(agent.warm(), object.putObject("warm"));
        part(agent.cold(), object.putObject("cold"));
        object.put("share", Decimals.ratio(agent.share()));
    }

    private static void part(AgentUse.Part part, ObjectNode object) {
        object.put("runs", part.runs())
                .put("median_start_ms", Decimals.of(part.start().medianMs()))
                .put("start_ms", Decimals.of(part.start().totalMs()))
                .put("median_weaving_ms", Decimals.of(part.weaving().medianMs()))
                .put("weaving_ms", Decimals.of(part.weaving().totalMs()))
                .put("median_exit_ms", Decimals.of(part.exit().medianMs()))
                .put("exit_ms", Decimals.of(part.exit().totalMs()));
    }

    public static void timing(@Nullable Timing timing, String name, ObjectNode object) {
        if (timing == null) {
            object.putNull(name);
            return;
        }
        object.putObject(name)
                .put("runs", timing.runs())
                .put("min_ms", Decimals.of(timing.min()))
                .put("median_ms", Decimals.of(timing.median()))
                .put("p90_ms", Decimals.of(timing.p90()))
                .put("p95_ms", Decimals.of(timing.p95()))
                .put("p95_is_estimate", timing.p95Estimate())
                .put("p99_ms", Decimals.of(timing.p99()))
                .put("max_ms", Decimals.of(timing.max()))
                .put("spread", Decimals.ratio(timing.spread()));
    }

    private static void score(@Nullable Score score, ObjectNode object) {
        if (score == null) {
            object.putNull("score");
            return;
        }
        Rating rating = score.rating();
        ObjectNode one = object.putObject("score")
                .put("value", Decimals.ratio(score.value()))
                .put("rating", rating == null ? null : rating.text())
                .put("target_ms", Decimals.of(score.targetMs()))
                .put("baseline_ms", Decimals.of(score.baselineMs()))
                .put("max_acceptable_ms", Decimals.of(score.maxAcceptableMs()));
        ObjectNode ratings = one.putObject("ratings");
        score.ratings().forEach((earned, runs) -> ratings.put(earned.text(), runs));
    }

    private static void trend(@Nullable CommandTrend trend, ObjectNode object) {
        if (trend == null) {
            object.putNull("trend");
            return;
        }
        ArrayNode medians = object.putObject("trend")
                .put("direction", trend.direction().key())
                .put("fingerprint", trend.fingerprint())
                .put("runs", trend.runs())
                .put("change", Decimals.ratio(trend.change()))
                .put("p_value", Decimals.ratio(trend.pValue()))
                .putArray("medians_ms");
        trend.medians().forEach(median -> medians.add(Decimals.of(median)));
    }

    private static void memory(@Nullable MemoryUse memory, ObjectNode object) {
        if (memory == null) {
            object.putNull("memory");
            return;
        }
        ObjectNode one = object.putObject("memory")
                .put("median_peak_mb", Decimals.of(memory.medianPeakMb()))
                .put("max_peak_mb", Decimals.of(memory.maxPeakMb()))
                .put("allocated_mb_per_run", Decimals.of(memory.allocatedMb()))
                .put("gc_share", Decimals.ratio(memory.gcShare()));
        efficiency(memory.efficiency(), one);
    }

    private static void machine(@Nullable MachineUse machine, ObjectNode object) {
        if (machine == null) {
            object.putNull("machine");
            return;
        }
        object.putObject("machine")
                .put("median_cpu_ms", Decimals.of(machine.medianCpuMs()))
                .put("median_application_cpu_ms", Decimals.of(machine.medianApplicationCpuMs()))
                .put("machine_share", Decimals.ratio(machine.medianShare()))
                .put("machine_share_p90", Decimals.ratio(machine.p90Share()));
    }

    private static void api(@Nullable ApiUse api, ObjectNode object) {
        if (api == null) {
            object.putNull("api");
            return;
        }
        ObjectNode one = object.putObject("api")
                .put("runs", api.runs())
                .put("requests", api.requests())
                .put("requests_per_run", Decimals.of(api.requestsPerRun()))
                .put("points_per_run", Decimals.of(api.pointsPerRun()))
                .put("avoidable_requests", api.avoidableRequests());
        efficiency(api.efficiency(), one);
    }

    private static void efficiency(@Nullable Efficiency efficiency, ObjectNode object) {
        object.put("efficiency", efficiency == null ? null : Decimals.ratio(efficiency.value()))
                .put("rating", efficiency == null ? null : efficiency.rating().text());
    }
}
