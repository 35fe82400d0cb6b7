package dev.perfagent.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.statistics.Bands;
import dev.perfagent.tally.CommandName;
import dev.perfagent.threshold.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs beside other work of the machine are compared by what was theirs. */
class BusyMachineTest {
    private static final CommandName COMMAND = new CommandName("ghpm", "batch");

    @ParameterizedTest
    @CsvSource({"1, 1, OK", "1, 1.6, CRITICAL", "1.6, 1, CRITICAL"})
    void theTimeWithoutWaitingAndTheApplicationsCpuTimeDecide(double active, double cpu, Result verdict) {
        CommandComparison compared = compare(1200, 3000, active, cpu);

        assertThat(compared.total().verdict()).isEqualTo(Result.CRITICAL);
        assertThat(compared.isByActiveTime()).isTrue();
        assertThat(compared.verdict()).isEqualTo(verdict);
        assertThat(compared.machineNow()).isGreaterThan(0.4);
    }

    @Test
    void onAQuietMachineTheTimeDecides() {
        CommandComparison compared = compare(1000, 1000, 1, 1);

        assertThat(compared.active()).isNotNull();
        assertThat(compared.isByActiveTime()).isFalse();
        assertThat(compared.verdict()).isEqualTo(Result.OK);
    }

    private static CommandComparison compare(double before, double now, double active, double cpu) {
        RunGroup then = group(0, before, 1000, 400);
        RunGroup after = group(12, now, 1000 * active, 400 * cpu);
        return Comparisons.of(then, after, false, command -> Bands.TOLERANCE)
                .commands()
                .get(0);
    }

    private static RunGroup group(int first, double totalMs, double activeMs, double cpuMs) {
        List<RunTimes> runs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double varied = 1 + 0.01 * (i % 5);
            runs.add(new RunTimes(
                    "run" + (first + i),
                    Instant.ofEpochSecond(first + i),
                    totalMs * varied,
                    Map.of("fetching", totalMs * varied / 2),
                    Map.of(
                            ResourceMeasure.ACTIVE_TIME,
                            activeMs * varied,
                            ResourceMeasure.APPLICATION_CPU,
                            cpuMs * varied,
                            ResourceMeasure.CPU,
                            totalMs)));
        }
        return new RunGroup("", new TreeMap<>(Map.of(COMMAND, new TreeMap<>(Map.of("f", runs)))), Map.of(), Map.of());
    }
}
