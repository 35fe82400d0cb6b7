package dev.perfagent.cli.view.analysis;

import dev.perfagent.analysis.Analysis;
import dev.perfagent.analysis.Change;
import dev.perfagent.analysis.CommandAnalysis;
import dev.perfagent.analysis.EndpointShare;
import dev.perfagent.analysis.ErrorGroup;
import dev.perfagent.analysis.Factor;
import dev.perfagent.analysis.MemoryFacts;
import dev.perfagent.analysis.Noise;
import dev.perfagent.analysis.PhaseShare;
import dev.perfagent.analysis.StartupTimes;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.view.report.ReportJson;
import dev.perfagent.cli.view.scope.ScopeJson;
import dev.perfagent.tally.SlowRun;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An analysis for programs, in the form that docs/report.md describes. */
public final class AnalysisJson {
    /** Goes up when a field changes its meaning or goes away; new fields do not change it. */
    private static final int SCHEMA = 1;

    private AnalysisJson() {}

    public static String of(Analysis analysis) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode document = mapper.createObjectNode().put("schema", SCHEMA);
        ScopeJson.add(analysis.scope(), document);
        ScopeJson.add(analysis.counts(), document.putObject("summary")).put("commands", analysis.commands());
        ArrayNode commands = document.putArray("commands");
        analysis.analyses().forEach(command -> add(command, commands.addObject()));
        noise(analysis.noise(), document.putObject("noise"));
        return mapper.writeValueAsString(document);
    }

    private static void noise(Noise noise, ObjectNode object) {
        object.put("runs", noise.runs()).put("known", noise.known());
        ArrayNode runners = object.putArray("machines");
        noise.runners().forEach(runner -> runners.addObject()
                .put("host", runner.host().isEmpty() ? null : runner.host())
                .put("fingerprint", runner.fingerprint())
                .put("runs", runner.runs())
                .put("machine_share", Decimals.ratio(runner.medianShare()))
                .put("machine_share_p90", Decimals.ratio(runner.p90Share()))
                .put("busy_runs", Decimals.ratio(runner.busy()))
                .put("throttled_runs", Decimals.ratio(runner.throttled())));
        ArrayNode hours = object.put("hours_differ", noise.hoursDiffer()).putArray("hours");
        noise.hours().forEach(hour -> hours.addObject()
                .put("hour", hour.hour())
                .put("runs", hour.runs())
                .put("machine_share", Decimals.ratio(hour.medianShare())));
        ArrayNode commands = object.putArray("commands");
        noise.commands().forEach(command -> ScopeJson.add(command.name(), commands.addObject())
                .put("runs", command.runs())
                .put("variation", Decimals.ratio(command.wall()))
                .put("own_variation", Decimals.ratio(command.own()))
                .put("machine_part", Decimals.ratio(command.machinePart())));
    }

    private static void add(CommandAnalysis command, ObjectNode object) {
        ScopeJson.add(command.name(), object);
        ScopeJson.add(command.counts(), object);
        object.put("timed_fingerprints", command.machines())
                .put("total_ms", Decimals.of(command.totalMs()))
                .put("share", Decimals.ratio(command.share()));
        ReportJson.timing(command.timing(), "timing", object);
        ArrayNode phases = object.putArray("phases");
        command.phases().forEach(phase -> add(phase, phases.addObject()));
        object.put("share_elsewhere", Decimals.ratio(command.elsewhere())).put("requests", command.requests());
        ArrayNode endpoints = object.putArray("endpoints");
        command.endpoints().forEach(endpoint -> add(endpoint, endpoints.addObject()));
        memory(command.memory(), object);
        startup(command.startup(), object);
        object.put("factors_looked_at", command.questions());
        ArrayNode factors = object.putArray("factors");
        command.factors().forEach(factor -> add(factor, factors.addObject()));
        ArrayNode changes = object.putArray("changes");
        command.changes().forEach(change -> add(change, changes.addObject()));
        ArrayNode gradual = object.putArray("gradual_changes");
        command.gradual().forEach(drift -> gradual.addObject()
                .put("fingerprint", drift.fingerprint())
                .put("from", drift.from().toString())
                .put("to", drift.to().toString())
                .put("change_per_day", Decimals.ratio(drift.perDay()))
                .put("change", Decimals.ratio(drift.change()))
                .put("runs", drift.runs())
                .put("p_value", Decimals.ratio(drift.pValue())));
        ArrayNode patterns = object.putArray("patterns_taken_out");
        command.patterns().stream()
                .sorted()
                .forEach(kind -> patterns.add(kind.name().toLowerCase(Locale.ROOT)));
        ArrayNode slowest = object.putArray("slowest");
        command.slowest().forEach(run -> add(run, slowest.addObject()));
        ArrayNode errors = object.putArray("errors");
        command.errors().forEach(error -> add(error, errors.addObject()));
    }

    private static void add(PhaseShare phase, ObjectNode object) {
        object.put("phase", phase.name())
                .put("runs", phase.runs())
                .put("ms", Decimals.of(phase.ms()))
                .put("ms_per_run", Decimals.of(phase.msPerRun()))
                .put("share", Decimals.ratio(phase.share()))
                .put("entries_per_run", Decimals.of(phase.entriesPerRun()))
                .put("allocated_mb_per_run", Decimals.of(phase.allocatedMbPerRun()))
                .put("allocated_share", Decimals.ratio(phase.allocatedShare()));
    }

    private static void add(EndpointShare endpoint, ObjectNode object) {
        object.put("endpoint", endpoint.name())
                .put("requests", endpoint.requests())
                .put("requests_per_run", Decimals.of(endpoint.requestsPerRun()))
                .put("request_share", Decimals.ratio(endpoint.requestShare()))
                .put("ms_per_run", Decimals.of(endpoint.msPerRun()))
                .put("time_share", Decimals.ratio(endpoint.timeShare()))
                .put("max_ms", Decimals.of(endpoint.maxMs()))
                .put("failures", endpoint.failures());
    }

    private static void memory(@Nullable MemoryFacts memory, ObjectNode object) {
        if (memory == null) {
            object.putNull("memory");
            return;
        }
        object.putObject("memory")
                .put("median_peak_mb", Decimals.of(memory.medianPeakMb()))
                .put("max_peak_mb", Decimals.of(memory.maxPeakMb()))
                .put("max_rss_mb", Decimals.of(memory.maxRssMb()))
                .put("allocated_mb_per_run", Decimals.of(memory.allocatedMbPerRun()))
                .put("gc_share", Decimals.ratio(memory.gcShare()))
                .put("gc_per_run", Decimals.of(memory.gcPerRun()));
    }

    private static void startup(@Nullable StartupTimes startup, ObjectNode object) {
        if (startup == null) {
            object.putNull("startup");
            return;
        }
        object.putObject("startup")
                .put("runs", startup.runs())
                .put("jvm_ms", Decimals.of(startup.jvmMs()))
                .put("jvm_share", Decimals.ratio(startup.jvmShare()))
                .put("other_share", Decimals.ratio(startup.otherShare()))
                .put("command_share", Decimals.ratio(startup.commandShare()))
                .put("classes", Decimals.of(startup.classes()))
                .put("archive_worth_a_try", startup.isArchiveWorthATry());
    }

    private static void add(Factor factor, ObjectNode object) {
        ArrayNode levels = object.put("kind", factor.kind().name().toLowerCase(Locale.ROOT))
                .put("name", factor.name())
                .put("rho", Decimals.ratio(factor.rho()))
                .put("explained", Decimals.ratio(factor.explained()))
                .put("p_value", Decimals.ratio(factor.pValue()))
                .put("runs", factor.runs())
                .putArray("levels");
        factor.levels().forEach(level -> levels.addObject()
                .put("value", level.value())
                .put("runs", level.runs())
                .put("median_ms", Decimals.of(level.medianMs()))
                .put("ratio_to_others", Decimals.ratio(level.ratio())));
    }

    private static void add(Change change, ObjectNode object) {
        object.put("fingerprint", change.fingerprint())
                .put("at", change.at().toString())
                .put("version_before", change.versionBefore())
                .put("version_after", change.versionAfter())
                .put("median_before_ms", Decimals.of(change.medianBefore()))
                .put("median_after_ms", Decimals.of(change.medianAfter()))
                .put("change", Decimals.ratio(change.change()))
                .put("runs_before", change.runsBefore())
                .put("runs_after", change.runsAfter())
                .put("at_release", change.atRelease())
                .put("p_value", Decimals.ratio(change.pValue()));
    }

    private static void add(SlowRun run, ObjectNode object) {
        object.put("execution_id", run.id())
                .put("timestamp", run.start().toString())
                .put("total_ms", Decimals.of(run.ms()))
                .put("version", run.version())
                .put("fingerprint", run.fingerprint());
    }

    private static void add(ErrorGroup error, ObjectNode object) {
        object.put("type", error.type())
                .put("exit_code", error.exitCode())
                .put("runs", error.runs())
                .put("rate", Decimals.ratio(error.rate()))
                .put("last", ScopeJson.time(error.last()))
                .put("last_execution_id", error.lastId())
                .put("last_message", error.message());
    }
}
