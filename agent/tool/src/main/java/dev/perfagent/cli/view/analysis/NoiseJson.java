package dev.perfagent.cli.view.analysis;

import dev.perfagent.analysis.Noise;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.view.scope.CommandJson;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much machines differ from run to run, for programs. */
record NoiseJson(
        long runs,
        long known,
        List<Machine> machines,
        boolean hoursDiffer,
        List<Hour> hours,
        List<Variation> commands) {
    static NoiseJson of(Noise noise) {
        return new NoiseJson(
                noise.runs(),
                noise.known(),
                noise.runners().stream().map(Machine::of).toList(),
                noise.hoursDiffer(),
                noise.hours().stream().map(Hour::of).toList(),
                noise.commands().stream().map(Variation::of).toList());
    }

    record Machine(
            @Nullable String host,
            String fingerprint,
            int runs,
            @Nullable BigDecimal machineShare,
            @Nullable BigDecimal machineShareP90,
            @Nullable BigDecimal busyRuns,
            @Nullable BigDecimal throttledRuns) {
        static Machine of(Noise.Runner runner) {
            return new Machine(
                    runner.host().isEmpty() ? null : runner.host(),
                    runner.fingerprint(),
                    runner.runs(),
                    Decimals.ratio(runner.medianShare()),
                    Decimals.ratio(runner.p90Share()),
                    Decimals.ratio(runner.busy()),
                    Decimals.ratio(runner.throttled()));
        }
    }

    record Hour(int hour, int runs, @Nullable BigDecimal machineShare) {
        static Hour of(Noise.Hour hour) {
            return new Hour(hour.hour(), hour.runs(), Decimals.ratio(hour.medianShare()));
        }
    }

    record Variation(
            CommandJson about,
            int runs,
            @Nullable BigDecimal variation,
            @Nullable BigDecimal ownVariation,
            @Nullable BigDecimal machinePart) {
        static Variation of(Noise.Variation command) {
            return new Variation(
                    CommandJson.of(command.name()),
                    command.runs(),
                    Decimals.ratio(command.wall()),
                    Decimals.ratio(command.own()),
                    Decimals.ratio(command.machinePart()));
        }
    }
}
