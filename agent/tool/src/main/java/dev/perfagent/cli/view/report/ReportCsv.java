package dev.perfagent.cli.view.report;

import dev.perfagent.analysis.MachineUse;
import dev.perfagent.analysis.Timing;
import dev.perfagent.cli.output.Csv;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.report.ApiUse;
import dev.perfagent.report.CacheUse;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.CommandTrend;
import dev.perfagent.report.Efficiency;
import dev.perfagent.report.MemoryUse;
import dev.perfagent.report.Report;
import dev.perfagent.report.Score;
import dev.perfagent.tally.Counts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report for spreadsheets: a heading, and a row for each command. */
public final class ReportCsv {
    private static final List<String> HEADING = List.of(
            "application",
            "command",
            "runs",
            "succeeded",
            "failed",
            "killed",
            "cold",
            "profiled",
            "benchmark",
            "timed",
            "timed_fingerprints",
            "min_ms",
            "median_ms",
            "p90_ms",
            "p95_ms",
            "p95_is_estimate",
            "p99_ms",
            "max_ms",
            "spread",
            "score",
            "rating",
            "trend",
            "trend_change",
            "trend_p_value",
            "median_peak_mb",
            "max_peak_mb",
            "memory_efficiency",
            "memory_rating",
            "requests_per_run",
            "points_per_run",
            "api_efficiency",
            "api_rating",
            "cache_hit_rate",
            "alerts",
            "median_cpu_ms",
            "median_application_cpu_ms",
            "machine_share",
            "machine_share_p90");

    private ReportCsv() {}

    public static String of(Report report) {
        Csv csv = new Csv();
        HEADING.forEach(csv::text);
        csv.endRow();
        for (CommandReport command : report.commands()) {
            add(command, csv);
            csv.endRow();
        }
        return csv.toString();
    }

    private static void add(CommandReport command, Csv csv) {
        Counts counts = command.counts();
        csv.text(command.name().application())
                .text(command.name().command())
                .number(counts.runs())
                .number(counts.succeeded())
                .number(counts.failed())
                .number(counts.killed())
                .number(counts.cold())
                .number(counts.profiled())
                .number(counts.benchmark())
                .number(counts.timed())
                .number(command.timedMachines());
        timing(command.timing(), csv);
        Score score = command.score();
        csv.number(Decimals.ratio(score == null ? null : score.value()));
        csv.text(score == null || score.rating() == null ? "" : score.rating().text());
        CommandTrend trend = command.trend();
        csv.text(trend == null ? "" : trend.direction().key())
                .number(Decimals.ratio(trend == null ? null : trend.change()))
                .number(Decimals.ratio(trend == null ? null : trend.pValue()));
        MemoryUse memory = command.memory();
        csv.number(Decimals.of(memory == null ? null : memory.medianPeakMb()))
                .number(Decimals.of(memory == null ? null : memory.maxPeakMb()));
        efficiency(memory == null ? null : memory.efficiency(), csv);
        ApiUse api = command.api();
        csv.number(Decimals.of(api == null ? null : (Double) api.requestsPerRun()))
                .number(Decimals.of(api == null ? null : api.pointsPerRun()));
        efficiency(api == null ? null : api.efficiency(), csv);
        CacheUse caches = command.caches();
        csv.number(Decimals.ratio(caches == null ? null : (Double) caches.hitRate()))
                .number(command.alertCount());
        MachineUse machine = command.machine();
        csv.number(Decimals.of(machine == null ? null : machine.medianCpuMs()))
                .number(Decimals.of(machine == null ? null : machine.medianApplicationCpuMs()))
                .number(Decimals.ratio(machine == null ? null : machine.medianShare()))
                .number(Decimals.ratio(machine == null ? null : machine.p90Share()));
    }

    static void timing(@Nullable Timing timing, Csv csv) {
        csv.number(Decimals.of(timing == null ? null : (Double) timing.min()))
                .number(Decimals.of(timing == null ? null : (Double) timing.median()))
                .number(Decimals.of(timing == null ? null : (Double) timing.p90()))
                .number(Decimals.of(timing == null ? null : (Double) timing.p95()))
                .text(timing == null ? "" : Boolean.toString(timing.p95Estimate()))
                .number(Decimals.of(timing == null ? null : timing.p99()))
                .number(Decimals.of(timing == null ? null : (Double) timing.max()))
                .number(Decimals.ratio(timing == null ? null : timing.spread()));
    }

    private static void efficiency(@Nullable Efficiency efficiency, Csv csv) {
        csv.number(Decimals.ratio(efficiency == null ? null : (Double) efficiency.value()))
                .text(efficiency == null ? "" : efficiency.rating().text());
    }
}
