package dev.perfagent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfagent.benchmark.BenchmarkPlan.Steps;
import dev.perfagent.benchmark.BenchmarkSession.Watcher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BenchmarkSessionTest {
    private static final TimedCommand A = new TimedCommand("a", List.of("a"));
    private static final TimedCommand B = new TimedCommand("b", List.of("b"));
    private static final TimedCommand C = new TimedCommand("c", List.of("c"));
    private static final Steps ALL =
            new Steps(List.of("setup"), List.of("prepare"), List.of("conclude"), List.of("cleanup"));

    private final Random noise = new Random(3);
    private final FakeStarter starter =
            new FakeStarter(command -> (command.equals(B) ? 120 : 100) * (1 + 0.01 * noise.nextGaussian()));

    @Test
    void stepsRunAroundEachRunAndAroundAll() throws IOException {
        run(plan(List.of(A), 1, 2, ALL), () -> false);

        assertThat(String.join(" ", starter.log))
                .isEqualTo("setup prepare a conclude prepare a conclude prepare a conclude cleanup");
    }

    @Test
    void eachCommandIsInEachPlaceEquallyOften() throws IOException {
        BenchmarkResult result = run(plan(List.of(A, B, C), 0, 30, Steps.NONE), () -> false);

        assertThat(result.end()).isEqualTo(SessionEnd.ITERATIONS);
        int[] first = new int[3];
        for (int block = 0; block < 30; block++) {
            List<String> names = starter.log.subList(3 * block, 3 * block + 3);
            assertThat(names).containsExactlyInAnyOrder("a", "b", "c");
            first[names.get(0).charAt(0) - 'a']++;
        }
        assertThat(first).containsExactly(10, 10, 10);
        assertThat(starter.log.subList(0, 9)).isNotEqualTo(starter.log.subList(9, 18));
    }

    @Test
    void itEndsWhenAVerdictIsReached() throws IOException {
        BenchmarkResult result = run(plan(List.of(A, B), 0, null, Steps.NONE), () -> false);

        assertThat(result.end()).isEqualTo(SessionEnd.KNOWN);
        assertThat(result.commands().get(0).runs().runs().size()).isLessThanOrEqualTo(12);
        PairResult pair = result.pairs().get(0);
        assertThat(pair.ratio()).isNotNull().satisfies(ratio -> assertThat(ratio.value())
                .isBetween(1.18, 1.22));
    }

    @Test
    void oneCommandEndsWhenItsMedianIsKnown() throws IOException {
        BenchmarkResult result = run(plan(List.of(A), 0, null, Steps.NONE), () -> false);

        assertThat(result.end()).isEqualTo(SessionEnd.KNOWN);
        assertThat(result.commands().get(0).runs().runs()).hasSizeBetween(6, 20);
        assertThat(result.pairs()).isEmpty();
    }

    @Test
    void itEndsWhenTheTimeIsUpAndKeepsWhatItHas() throws IOException {
        BenchmarkPlan plan =
                new BenchmarkPlan(List.of(A, B), true, 0, null, 0.0001, Duration.ofSeconds(1), false, Steps.NONE);

        BenchmarkResult result = run(plan, () -> false);

        assertThat(result.end()).isEqualTo(SessionEnd.MAX_TIME);
        assertThat(result.commands())
                .allSatisfy(command -> assertThat(command.runs().runs()).hasSize(5));
    }

    @Test
    void anInterruptedBlockDoesNotCountAndCleanupRuns() throws IOException {
        BenchmarkResult result = run(
                plan(List.of(A, B), 0, 30, ALL),
                () -> starter.log.contains("b")
                        && starter.log.stream().filter(A.name()::equals).count() == 4);

        assertThat(result.end()).isEqualTo(SessionEnd.INTERRUPTED);
        assertThat(result.commands())
                .allSatisfy(command -> assertThat(command.runs().runs().size()).isLessThanOrEqualTo(4));
        assertThat(starter.log).last().isEqualTo("cleanup");
    }

    @Test
    void aFailureEndsItUnlessItIsIgnored() throws IOException {
        TimedCommand failing = new TimedCommand("x fail", List.of("x", "fail"));

        assertThatThrownBy(() -> run(plan(List.of(failing), 0, 2, ALL), () -> false))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("'x fail' ended with exit code 7");
        assertThat(starter.log).last().isEqualTo("cleanup");
        assertThatThrownBy(() -> run(
                        plan(List.of(A), 0, 2, new Steps(List.of(), List.of("p", "fail"), List.of(), List.of())),
                        () -> false))
                .hasMessageContaining("--prepare 'p fail' ended with exit code 7");

        BenchmarkPlan ignoring =
                new BenchmarkPlan(List.of(failing), true, 0, 3, 0.02, Duration.ofHours(1), true, Steps.NONE);
        assertThat(run(ignoring, () -> false).commands().get(0).runs().runs())
                .hasSize(3)
                .noneMatch(Measurement::succeeded);
    }

    private BenchmarkResult run(BenchmarkPlan plan, BooleanSupplier interrupted) throws IOException {
        return new BenchmarkSession(plan, starter, new Random(7), starter::nanoTime, interrupted, Watcher.NOBODY)
                .run("id", Instant.EPOCH);
    }

    private static BenchmarkPlan plan(
            List<TimedCommand> commands, int warmups, @Nullable Integer iterations, Steps steps) {
        return new BenchmarkPlan(commands, true, warmups, iterations, 0.02, Duration.ofHours(1), false, steps);
    }
}
