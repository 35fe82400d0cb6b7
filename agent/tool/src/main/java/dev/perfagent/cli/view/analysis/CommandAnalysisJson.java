package dev.perfagent.cli.view.analysis;

import dev.perfagent.analysis.Change;
import dev.perfagent.analysis.CommandAnalysis;
import dev.perfagent.analysis.EndpointShare;
import dev.perfagent.analysis.ErrorGroup;
import dev.perfagent.analysis.Factor;
import dev.perfagent.analysis.GradualChange;
import dev.perfagent.analysis.MemoryFacts;
import dev.perfagent.analysis.PhaseShare;
import dev.perfagent.analysis.StartupTimes;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.view.scope.CommandJson;
import dev.perfagent.cli.view.scope.CountsJson;
import dev.perfagent.cli.view.scope.MachineJson;
import dev.perfagent.cli.view.scope.TimingJson;
import dev.perfagent.tally.SlowRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one command's time, memory and requests go, for programs. */
record CommandAnalysisJson(
        CommandJson about,
        CountsJson counts,
        int timedFingerprints,
        @Nullable BigDecimal totalMs,
        @Nullable BigDecimal share,
        @Nullable TimingJson timing,
        @Nullable MachineJson machine,
        List<Phase> phases,
        @Nullable BigDecimal shareElsewhere,
        long requests,
        List<Endpoint> endpoints,
        @Nullable Memory memory,
        @Nullable Startup startup,
        boolean timesWithoutMachine,
        int factorsLookedAt,
        List<CommonFactor> factors,
        List<Step> changes,
        List<Drift> gradualChanges,
        List<Factor.Kind> patternsTakenOut,
        List<Slow> slowest,
        List<Failure> errors) {
    static CommandAnalysisJson of(CommandAnalysis command) {
        return new CommandAnalysisJson(
                CommandJson.of(command.name()),
                CountsJson.of(command.counts()),
                command.machines(),
                Decimals.of(command.totalMs()),
                Decimals.ratio(command.share()),
                TimingJson.of(command.timing()),
                MachineJson.of(command.machine()),
                command.phases().stream().map(Phase::of).toList(),
                Decimals.ratio(command.elsewhere()),
                command.requests(),
                command.endpoints().stream().map(Endpoint::of).toList(),
                Memory.of(command.memory()),
                Startup.of(command.startup()),
                command.withoutMachine(),
                command.questions(),
                command.factors().stream().map(CommonFactor::of).toList(),
                command.changes().stream().map(Step::of).toList(),
                command.gradual().stream().map(Drift::of).toList(),
                command.patterns().stream().sorted().toList(),
                command.slowest().stream().map(Slow::of).toList(),
                command.errors().stream().map(Failure::of).toList());
    }

    record Phase(
            String phase,
            long runs,
            @Nullable BigDecimal ms,
            @Nullable BigDecimal msPerRun,
            @Nullable BigDecimal share,
            @Nullable BigDecimal entriesPerRun,
            @Nullable BigDecimal allocatedMbPerRun,
            @Nullable BigDecimal allocatedShare) {
        static Phase of(PhaseShare phase) {
            return new Phase(
                    phase.name(),
                    phase.runs(),
                    Decimals.of(phase.ms()),
                    Decimals.of(phase.msPerRun()),
                    Decimals.ratio(phase.share()),
                    Decimals.of(phase.entriesPerRun()),
                    Decimals.of(phase.allocatedMbPerRun()),
                    Decimals.ratio(phase.allocatedShare()));
        }
    }

    record Endpoint(
            String endpoint,
            long requests,
            @Nullable BigDecimal requestsPerRun,
            @Nullable BigDecimal requestShare,
            @Nullable BigDecimal msPerRun,
            @Nullable BigDecimal timeShare,
            @Nullable BigDecimal maxMs,
            long failures) {
        static Endpoint of(EndpointShare endpoint) {
            return new Endpoint(
                    endpoint.name(),
                    endpoint.requests(),
                    Decimals.of(endpoint.requestsPerRun()),
                    Decimals.ratio(endpoint.requestShare()),
                    Decimals.of(endpoint.msPerRun()),
                    Decimals.ratio(endpoint.timeShare()),
                    Decimals.of(endpoint.maxMs()),
                    endpoint.failures());
        }
    }

    record Memory(
            @Nullable BigDecimal medianPeakMb,
            @Nullable BigDecimal maxPeakMb,
            @Nullable BigDecimal maxRssMb,
            @Nullable BigDecimal allocatedMbPerRun,
            @Nullable BigDecimal gcShare,
            @Nullable BigDecimal gcPerRun) {
        static @Nullable Memory of(@Nullable MemoryFacts memory) {
            return memory == null
                    ? null
                    : new Memory(
                            Decimals.of(memory.medianPeakMb()),
                            Decimals.of(memory.maxPeakMb()),
                            Decimals.of(memory.maxRssMb()),
                            Decimals.of(memory.allocatedMbPerRun()),
                            Decimals.ratio(memory.gcShare()),
                            Decimals.of(memory.gcPerRun()));
        }
    }

    record Startup(
            long runs,
            @Nullable BigDecimal jvmMs,
            @Nullable BigDecimal jvmShare,
            @Nullable BigDecimal otherShare,
            @Nullable BigDecimal commandShare,
            @Nullable BigDecimal classes,
            boolean archiveWorthATry) {
        static @Nullable Startup of(@Nullable StartupTimes startup) {
            return startup == null
                    ? null
                    : new Startup(
                            startup.runs(),
                            Decimals.of(startup.jvmMs()),
                            Decimals.ratio(startup.jvmShare()),
                            Decimals.ratio(startup.otherShare()),
                            Decimals.ratio(startup.commandShare()),
                            Decimals.of(startup.classes()),
                            startup.isArchiveWorthATry());
        }
    }

    record CommonFactor(
            Factor.Kind kind,
            String name,
            @Nullable BigDecimal rho,
            @Nullable BigDecimal explained,
            @Nullable BigDecimal pValue,
            int runs,
            List<Level> levels) {
        static CommonFactor of(Factor factor) {
            return new CommonFactor(
                    factor.kind(),
                    factor.name(),
                    Decimals.ratio(factor.rho()),
                    Decimals.ratio(factor.explained()),
                    Decimals.ratio(factor.pValue()),
                    factor.runs(),
                    factor.levels().stream().map(Level::of).toList());
        }
    }

    record Level(
            String value,
            int runs,
            @Nullable BigDecimal medianMs,
            @Nullable BigDecimal ratioToOthers) {
        static Level of(Factor.Level level) {
            return new Level(level.value(), level.runs(), Decimals.of(level.medianMs()), Decimals.ratio(level.ratio()));
        }
    }

    record Step(
            String fingerprint,
            Instant at,
            String versionBefore,
            String versionAfter,
            @Nullable BigDecimal medianBeforeMs,
            @Nullable BigDecimal medianAfterMs,
            @Nullable BigDecimal change,
            int runsBefore,
            int runsAfter,
            boolean atRelease,
            @Nullable BigDecimal pValue) {
        static Step of(Change change) {
            return new Step(
                    change.fingerprint(),
                    change.at(),
                    change.versionBefore(),
                    change.versionAfter(),
                    Decimals.of(change.medianBefore()),
                    Decimals.of(change.medianAfter()),
                    Decimals.ratio(change.change()),
                    change.runsBefore(),
                    change.runsAfter(),
                    change.atRelease(),
                    Decimals.ratio(change.pValue()));
        }
    }

    record Drift(
            String fingerprint,
            Instant from,
            Instant to,
            @Nullable BigDecimal changePerDay,
            @Nullable BigDecimal change,
            int runs,
            @Nullable BigDecimal pValue) {
        static Drift of(GradualChange drift) {
            return new Drift(
                    drift.fingerprint(),
                    drift.from(),
                    drift.to(),
                    Decimals.ratio(drift.perDay()),
                    Decimals.ratio(drift.change()),
                    drift.runs(),
                    Decimals.ratio(drift.pValue()));
        }
    }

    record Slow(
            String executionId,
            Instant timestamp,
            @Nullable BigDecimal totalMs,
            @Nullable String version,
            String fingerprint) {
        static Slow of(SlowRun run) {
            return new Slow(run.id(), run.start(), Decimals.of(run.ms()), run.version(), run.fingerprint());
        }
    }

    record Failure(
            String type,
            @Nullable Integer exitCode,
            long runs,
            @Nullable BigDecimal rate,
            @Nullable Instant last,
            @Nullable String lastExecutionId,
            @Nullable String lastMessage) {
        static Failure of(ErrorGroup error) {
            return new Failure(
                    error.type(),
                    error.exitCode(),
                    error.runs(),
                    Decimals.ratio(error.rate()),
                    error.last(),
                    error.lastId(),
                    error.message());
        }
    }
}
