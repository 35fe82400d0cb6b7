package dev.perfagent.cli.view.report;

import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.cli.view.scope.CommandJson;
import dev.perfagent.cli.view.scope.CountsJson;
import dev.perfagent.cli.view.scope.MachineJson;
import dev.perfagent.cli.view.scope.TimingJson;
import dev.perfagent.report.ApiUse;
import dev.perfagent.report.CacheUse;
import dev.perfagent.report.CommandReport;
import dev.perfagent.report.CommandTrend;
import dev.perfagent.report.Efficiency;
import dev.perfagent.report.FingerprintReport;
import dev.perfagent.report.MemoryUse;
import dev.perfagent.report.Score;
import dev.perfagent.report.VersionReport;
import dev.perfagent.threshold.Rating;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one command does, for programs. */
record CommandReportJson(
        CommandJson name,
        CountsJson counts,
        boolean pooled,
        @Nullable TimingJson timing,
        List<OfFingerprint> fingerprints,
        List<OfVersion> versions,
        @Nullable Scored score,
        @Nullable Trend trend,
        @Nullable Memory memory,
        @Nullable MachineJson machine,
        @Nullable Api api,
        @Nullable Caches caches,
        Map<String, Long> alerts) {
    static CommandReportJson of(CommandReport command) {
        return new CommandReportJson(
                CommandJson.of(command.name()),
                CountsJson.of(command.counts()),
                command.isPooled(),
                TimingJson.of(command.timing()),
                command.fingerprints().stream().map(OfFingerprint::of).toList(),
                command.versions().stream().map(OfVersion::of).toList(),
                Scored.of(command.score()),
                Trend.of(command.trend()),
                Memory.of(command.memory()),
                MachineJson.of(command.machine()),
                Api.of(command.api()),
                Caches.of(command.caches()),
                command.alerts());
    }

    record OfFingerprint(
            String fingerprint, long runs, @Nullable TimingJson timing) {
        static OfFingerprint of(FingerprintReport machine) {
            return new OfFingerprint(machine.fingerprint(), machine.runs(), TimingJson.of(machine.timing()));
        }
    }

    record OfVersion(
            @Nullable String version,
            Instant first,
            Instant last,
            boolean pooled,
            @Nullable TimingJson timing) {
        static OfVersion of(VersionReport version) {
            return new OfVersion(
                    version.version().isEmpty() ? null : version.version(),
                    version.first(),
                    version.last(),
                    version.machines() > 1,
                    TimingJson.of(version.timing()));
        }
    }

    record Scored(
            @Nullable BigDecimal value,
            @Nullable String rating,
            @Nullable BigDecimal targetMs,
            @Nullable BigDecimal baselineMs,
            @Nullable BigDecimal maxAcceptableMs,
            Map<String, Long> ratings) {
        static @Nullable Scored of(@Nullable Score score) {
            if (score == null) {
                return null;
            }
            Rating rating = score.rating();
            Map<String, Long> ratings = new LinkedHashMap<>();
            score.ratings().forEach((earned, runs) -> ratings.put(earned.text(), runs));
            return new Scored(
                    Decimals.ratio(score.value()),
                    rating == null ? null : rating.text(),
                    Decimals.of(score.targetMs()),
                    Decimals.of(score.baselineMs()),
                    Decimals.of(score.maxAcceptableMs()),
                    ratings);
        }
    }

    record Trend(
            String direction,
            String fingerprint,
            int runs,
            @Nullable BigDecimal change,
            @Nullable BigDecimal pValue,
            boolean timesWithoutMachine,
            List<@Nullable BigDecimal> mediansMs) {
        static @Nullable Trend of(@Nullable CommandTrend trend) {
            if (trend == null) {
                return null;
            }
            List<@Nullable BigDecimal> medians = new ArrayList<>();
            trend.medians().forEach(median -> medians.add(Decimals.of(median)));
            return new Trend(
                    trend.direction().key(),
                    trend.fingerprint(),
                    trend.runs(),
                    Decimals.ratio(trend.change()),
                    Decimals.ratio(trend.pValue()),
                    trend.withoutMachine(),
                    medians);
        }
    }

    record Memory(
            @Nullable BigDecimal medianPeakMb,
            @Nullable BigDecimal maxPeakMb,
            @Nullable BigDecimal allocatedMbPerRun,
            @Nullable BigDecimal gcShare,
            Needed needed) {
        static @Nullable Memory of(@Nullable MemoryUse memory) {
            return memory == null
                    ? null
                    : new Memory(
                            Decimals.of(memory.medianPeakMb()),
                            Decimals.of(memory.maxPeakMb()),
                            Decimals.of(memory.allocatedMb()),
                            Decimals.ratio(memory.gcShare()),
                            Needed.of(memory.efficiency()));
        }
    }

    record Api(
            long runs,
            long requests,
            @Nullable BigDecimal requestsPerRun,
            @Nullable BigDecimal pointsPerRun,
            long avoidableRequests,
            Needed needed) {
        static @Nullable Api of(@Nullable ApiUse api) {
            return api == null
                    ? null
                    : new Api(
                            api.runs(),
                            api.requests(),
                            Decimals.of(api.requestsPerRun()),
                            Decimals.of(api.pointsPerRun()),
                            api.avoidableRequests(),
                            Needed.of(api.efficiency()));
        }
    }

    /** How much of it was needed. */
    record Needed(@Nullable BigDecimal efficiency, @Nullable String rating) implements RecordJson.Inline {
        static Needed of(@Nullable Efficiency efficiency) {
            return efficiency == null
                    ? new Needed(null, null)
                    : new Needed(
                            Decimals.ratio(efficiency.value()),
                            efficiency.rating().text());
        }
    }

    record Caches(long hits, long misses, @Nullable BigDecimal hitRate) {
        static @Nullable Caches of(@Nullable CacheUse caches) {
            return caches == null ? null : new Caches(caches.hits(), caches.misses(), Decimals.ratio(caches.hitRate()));
        }
    }
}
