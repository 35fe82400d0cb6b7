package dev.perfagent.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.statistics.Bands;
import dev.perfagent.statistics.Noise;
import dev.perfagent.tally.CommandName;
import dev.perfagent.threshold.Result;
import dev.perfagent.threshold.SimulationScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rates that docs/compare.md tells: a command with five phases and all amounts, which differ by chance only. {@code main}
 * prints them.
 */
class FalseAlarmTest {
    private static final int ROUNDS = SimulationScope.IS_WHOLE ? 2000 : 1000;
    private static final int PHASES = 5;
    private static final CommandName COMMAND = new CommandName("ghpm", "batch");

    @ParameterizedTest
    @CsvSource({"6, 0.05, 0.002", "6, 0.2, 0.012", "10, 0.2, 0.012", "20, 0.2, 0.01", "10, 0.4, 0.014", "50, 0.4, 0.01"
    })
    void nothingChangedIsHardlyEverAgainst(int runs, double noise, double atMost) {
        assertThat(against(Noise.logNormal(noise), runs, 1)).isLessThanOrEqualTo(atMost);
    }

    @ParameterizedTest
    @CsvSource({"6", "20"})
    void norAreOddRuns(int runs) {
        assertThat(against(Noise.spikes(), runs, 1)).isLessThanOrEqualTo(0.012);
        assertThat(against(Noise.twoKinds(), runs, 1)).isLessThanOrEqualTo(0.012);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.05, 0.97", "20, 0.1, 0.97", "30, 0.2, 0.85"})
    void thirtyPercentMoreIsFound(int runs, double noise, double atLeast) {
        assertThat(against(Noise.logNormal(noise), runs, 1.3)).isGreaterThanOrEqualTo(atLeast);
    }

    private static double against(Noise noise, int runs, double slower) {
        SplittableRandom random = new SplittableRandom(1);
        int against = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RunGroup before = group(noise, random, runs, 0, 1);
            RunGroup after = group(noise, random, runs, runs, slower);
            Result verdict = Comparisons.of(before, after, false, command -> Bands.TOLERANCE)
                    .verdict();
            against += verdict.isAgainst() ? 1 : 0;
        }
        return (double) against / ROUNDS;
    }

    public static void main(String[] arguments) {
        double[][] cases = {{6, 0.05}, {6, 0.2}, {10, 0.2}, {20, 0.2}, {10, 0.4}, {50, 0.4}};
        for (double[] one : cases) {
            print((int) one[0] + " runs, noise " + one[1], against(Noise.logNormal(one[1]), (int) one[0], 1));
        }
        print("20 runs, one in 20 takes 4 times as long", against(Noise.spikes(), 20, 1));
        print("20 runs, one in 5 takes 80 % longer", against(Noise.twoKinds(), 20, 1));
        print("10 runs, noise 0.05, 30 % more", against(Noise.logNormal(0.05), 10, 1.3));
        print("20 runs, noise 0.1, 30 % more", against(Noise.logNormal(0.1), 20, 1.3));
        print("30 runs, noise 0.2, 30 % more", against(Noise.logNormal(0.2), 30, 1.3));
    }

    private static void print(String what, double rate) {
        System.out.println(what + ": " + rate);
    }

    private static RunGroup group(Noise noise, SplittableRandom random, int runs, int first, double slower) {
        List<RunTimes> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Map<String, Double> phases = new LinkedHashMap<>();
            for (int phase = 0; phase < PHASES; phase++) {
                phases.put("phase" + phase, 300 * slower * noise.next(random));
            }
            Map<ResourceMeasure, Double> use = new EnumMap<>(ResourceMeasure.class);
            for (ResourceMeasure what : ResourceMeasure.values()) {
                use.put(what, 100 * slower * noise.next(random));
            }
            times.add(new RunTimes(
                    "run" + (first + i),
                    Instant.ofEpochSecond(first + i),
                    1800 * slower * noise.next(random),
                    phases,
                    use));
        }
        return new RunGroup("", new TreeMap<>(Map.of(COMMAND, new TreeMap<>(Map.of("f", times)))), Map.of(), Map.of());
    }
}
