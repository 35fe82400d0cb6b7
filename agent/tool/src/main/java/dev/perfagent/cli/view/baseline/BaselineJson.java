package dev.perfagent.cli.view.baseline;

import dev.perfagent.baseline.Baseline;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.compare.RunTimes;
import dev.perfagent.statistics.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A saved baseline for programs, without its single runs. */
record BaselineJson(String name, Instant saved, String runsOf, int runs, List<Command> commands) {
    static BaselineJson of(Baseline baseline) {
        List<Command> commands = new ArrayList<>();
        baseline.runs()
                .runs()
                .forEach((command, ofMachine) -> ofMachine.forEach((machine, runs) -> {
                    Sample sample = Sample.of(
                            runs.stream().mapToDouble(run -> run.totalMs()).toArray());
                    commands.add(new Command(
                            command.application(),
                            command.command(),
                            machine,
                            sample.size(),
                            Decimals.of(sample.median()),
                            Decimals.of(RunTimes.medianCpuMs(runs)),
                            Decimals.ratio(RunTimes.medianShare(runs))));
                }));
        return new BaselineJson(
                baseline.name(),
                baseline.saved(),
                baseline.runs().text(),
                baseline.runs().size(),
                commands);
    }

    record Command(
            String application,
            String command,
            String fingerprint,
            int runs,
            @Nullable BigDecimal medianMs,
            @Nullable BigDecimal medianCpuMs,
            @Nullable BigDecimal machineShare) {}
}
