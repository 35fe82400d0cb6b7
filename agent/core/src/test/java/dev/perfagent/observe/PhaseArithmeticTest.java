package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trees of phases on several threads, whose steps alternate at random: compared with a count by the millisecond. */
final class PhaseArithmeticTest {
    private static final int THREADS = 5;
    private static final int PHASES = 4;
    private static final int STEPS = 400;
    private static final int DEEPEST = 6;

    private final RecordingSession session = new RecordingSession(
            RecordingSession.phase("p0"),
            RecordingSession.phase("p1"),
            RecordingSession.phase("p2"),
            RecordingSession.phase("p3"));
    private final long[] sum = new long[PHASES];
    private final long[] self = new long[PHASES];
    private final long[] union = new long[PHASES];
    private long inAny;

    /** One open phase of a thread. */
    private record Open(int phase, @Nullable Object token) {}

    /** A thread of the application, with what is open on it. */
    private static final class Worker {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Deque<Open> stack = new ArrayDeque<>();

        private boolean isIn(int phase) {
            return stack.stream().anyMatch(open -> open.phase() == phase);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void timesAddUp(long seed) throws Exception {
        Random random = new Random(seed);
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            workers.add(new Worker());
        }
        try {
            for (int i = 0; i < STEPS; i++) {
                step(workers.get(random.nextInt(THREADS)), random);
                passTime(random.nextInt(4), workers);
            }
            for (Worker worker : workers) {
                while (!worker.stack.isEmpty()) {
                    leave(worker);
                    passTime(random.nextInt(4), workers);
                }
            }
        } finally {
            workers.forEach(worker -> worker.thread.shutdown());
        }
        assertPhases(session.end().duration().phases());
    }

    private void step(Worker worker, Random random) throws Exception {
        if (worker.stack.size() < DEEPEST && (worker.stack.isEmpty() || random.nextInt(5) < 3)) {
            int phase = random.nextInt(PHASES);
            Future<@Nullable Object> token = worker.thread.submit(() -> session.enter(Site.ofRule(phase)));
            worker.stack.push(new Open(phase, token.get()));
        } else {
            leave(worker);
        }
    }

    private void leave(Worker worker) throws Exception {
        Open open = worker.stack.pop();
        worker.thread
                .submit(() -> session.exit(Site.ofRule(open.phase()), open.token()))
                .get();
    }

    private void passTime(int millis, List<Worker> workers) {
        session.clock.advanceMillis(millis);
        for (int phase = 0; phase < PHASES; phase++) {
            int wanted = phase;
            long inside = workers.stream().filter(worker -> worker.isIn(wanted)).count();
            sum[phase] += millis * inside;
            union[phase] += inside > 0 ? millis : 0;
        }
        for (Worker worker : workers) {
            Open top = worker.stack.peek();
            if (top != null) {
                self[top.phase()] += millis;
                inAny += millis;
            }
        }
    }

    private void assertPhases(List<Phase> phases) {
        assertThat(session.failures).isEmpty();
        assertThat(phases).hasSize(PHASES);
        for (Phase phase : phases) {
            int index = phase.name().charAt(1) - '0';
            assertThat(phase.ms()).as(phase.name()).isEqualTo((double) sum[index]);
            assertThat(phase.selfMs())
                    .as(phase.name())
                    .isEqualTo((double) self[index])
                    .isLessThanOrEqualTo(phase.ms());
            assertThat(phase.parallelism()).as(phase.name()).isNotNull().isBetween(1.0, (double) THREADS);
            assertThat(phase.savedMs()).as(phase.name()).isCloseTo((double) (sum[index] - union[index]), within(1e-6));
        }
        assertThat(phases.stream().mapToDouble(Phase::selfMs).sum())
                .as("each moment inside is the own time of one phase")
                .isEqualTo((double) inAny);
    }
}
