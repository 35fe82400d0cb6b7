package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Csv;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.history.AlertField;
import dev.perfagent.history.CostField;
import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.StoredValues;
import dev.perfagent.run.Failure;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Phase;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.RateLimit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs for spreadsheets: one table with a row a run, one with a row a phase. What is not known is empty. */
public final class RunCsv {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final List<String> RUN_BEFORE = List.of(
            "execution_id",
            "timestamp",
            "end_timestamp",
            "application",
            "application_version",
            "command",
            "outcome",
            "exit_code",
            "error_type",
            "total_ms",
            "process_ms",
            "jvm_startup_ms");

    private static final List<String> RUN_AFTER = List.of(
            "api_requests",
            "api_conditional_hits",
            "api_errors",
            "api_retries",
            "api_throttled_ms",
            "rate_limit_consumed",
            "rate_limit_remaining",
            "cache_hit_rate",
            "child_processes",
            "child_processes_failed",
            "child_processes_ms",
            "alerts",
            "host",
            "user",
            "os",
            "arch",
            "cpu",
            "cores",
            "memory_mb",
            "jdk",
            "ci",
            "fingerprint",
            "agent_version",
            "plan",
            "context");

    private static final List<String> PHASE = List.of(
            "execution_id",
            "timestamp",
            "application",
            "application_version",
            "command",
            "outcome",
            "fingerprint",
            "plan",
            "total_ms",
            "phase",
            "ms",
            "self_ms",
            "count",
            "parallelism",
            "heap_delta_bytes",
            "allocated_bytes",
            "cpu_ms",
            "cpu_wait_ms");

    private RunCsv() {}

    /** The heading of the table of runs. */
    public static String runHeading() {
        return String.join(",", RUN_BEFORE) + "," + String.join(",", ResourceCsv.COLUMNS) + ","
                + String.join(",", RUN_AFTER) + Csv.LINE_END;
    }

    /** The heading of the table of phases. */
    public static String phaseHeading() {
        return String.join(",", PHASE) + Csv.LINE_END;
    }

    /** One row. */
    public static String run(StoredRun run) {
        Csv csv = new Csv();
        Failure error = run.error();
        csv.text(run.id()).text(run.start().toString()).text(text(run.end()));
        ResourceCsv.subject(run, csv);
        csv.number(run.exitCode()).text(error == null ? "" : error.type());
        csv.number(Decimals.of(run.totalMs()));
        csv.number(Decimals.of(run.duration().processMs()));
        csv.number(Decimals.of(run.duration().jvmStartupMs()));
        ResourceCsv.resources(run.resourceUsage(), csv);
        api(run.gitHubApi(), csv);
        csv.number(Decimals.ratio(run.cacheHitRate()));
        processes(run.processes(), csv);
        csv.text(run.alerts().stream()
                .map(alert -> alert.text(AlertField.TYPE, ""))
                .collect(Collectors.joining(" ")));
        place(run.environment(), csv);
        csv.text(run.self().text(CostField.AGENT_VERSION, "")).text(text(run.plan()));
        csv.text(run.context().isEmpty() ? "" : MAPPER.writeValueAsString(run.context()));
        csv.endRow();
        return csv.toString();
    }

    /** A row for each phase. */
    public static String phases(StoredRun run) {
        Csv csv = new Csv();
        for (Phase phase : run.duration().phases()) {
            csv.text(run.id()).text(run.start().toString());
            ResourceCsv.subject(run, csv);
            csv.text(run.fingerprint()).text(text(run.plan()));
            csv.number(Decimals.of(run.totalMs()));
            csv.text(phase.name());
            csv.number(Decimals.of(phase.ms())).number(Decimals.of(phase.selfMs()));
            csv.number(phase.count()).number(Decimals.of(phase.parallelism()));
            csv.number(phase.heapDeltaBytes()).number(phase.allocatedBytes());
            csv.number(Decimals.of(phase.cpuMs())).number(Decimals.of(phase.cpuWaitMs()));
            csv.endRow();
        }
        return csv.toString();
    }

    private static void api(@Nullable GitHubApi api, Csv csv) {
        RateLimit limit = api == null ? null : api.mainResource();
        csv.number(api == null ? null : api.requestsMade());
        csv.number(api == null ? null : api.conditionalHits());
        csv.number(api == null ? null : api.errors());
        csv.number(api == null ? null : api.retries());
        csv.number(api == null ? null : Decimals.of(api.throttledMs()));
        csv.number(limit == null ? null : limit.consumed());
        csv.number(limit == null ? null : limit.remaining());
    }

    private static void processes(@Nullable List<ProcessUse> programs, Csv csv) {
        long count = 0;
        long failures = 0;
        double ms = 0;
        for (ProcessUse program : programs == null ? List.<ProcessUse>of() : programs) {
            count += program.count();
            failures += program.failures();
            ms += program.ms();
        }
        csv.number(programs == null ? null : count);
        csv.number(programs == null ? null : failures);
        csv.number(programs == null ? null : Decimals.of(ms));
    }

    private static void place(StoredValues<EnvironmentField> place, Csv csv) {
        texts(place, csv, EnvironmentField.HOST, EnvironmentField.USER, EnvironmentField.OS);
        texts(place, csv, EnvironmentField.ARCH, EnvironmentField.CPU);
        csv.number(place.whole(EnvironmentField.CORES)).number(place.whole(EnvironmentField.MEMORY_MB));
        texts(place, csv, EnvironmentField.JDK, EnvironmentField.CI, EnvironmentField.FINGERPRINT);
    }

    private static void texts(StoredValues<EnvironmentField> place, Csv csv, EnvironmentField... fields) {
        for (EnvironmentField field : fields) {
            csv.text(place.text(field, ""));
        }
    }

    private static String text(@Nullable String stated) {
        return stated == null ? "" : stated;
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
