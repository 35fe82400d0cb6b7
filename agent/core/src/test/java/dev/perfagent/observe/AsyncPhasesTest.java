package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Phase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

final class AsyncPhasesTest {
    private final RecordingSession session = new RecordingSession(
            RecordingSession.phase("fetch"), RecordingSession.phase("outer"), RecordingSession.phase("next"));

    @Test
    void aPhaseEndsWhenItsWorkEnds() {
        CompletableFuture<String> work = new CompletableFuture<>();
        start(0, work);
        session.clock.advanceMillis(30);
        work.complete("done");
        session.clock.advanceMillis(100);

        assertThat(phase("fetch").ms()).isEqualTo(35);
        assertThat(phase("fetch").allocatedBytes()).isNull();
    }

    @Test
    void workThatFailsHasEndedToo() {
        CompletableFuture<String> work = new CompletableFuture<>();
        start(0, work);
        session.clock.advanceMillis(30);
        work.completeExceptionally(new IllegalStateException("no"));
        session.clock.advanceMillis(100);

        assertThat(phase("fetch").ms()).isEqualTo(35);
    }

    @Test
    void aStageThatIsNoFutureOfTheJdkCountsToo() {
        CompletableFuture<String> work = new CompletableFuture<>();
        start(0, work.minimalCompletionStage());
        session.clock.advanceMillis(30);
        work.complete("done");

        assertThat(phase("fetch").ms()).isEqualTo(35);
    }

    @Test
    void whatIsDoneAlreadyEndsWithTheMethod() {
        start(0, CompletableFuture.completedFuture("done"));
        session.clock.advanceMillis(30);

        assertThat(phase("fetch").ms()).isEqualTo(5);
    }

    @Test
    void aFutureThatDoesNotReportItsEndIsLookedAt() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        FutureTask<String> work = new FutureTask<>(() -> "done") {
            @Override
            public boolean isDone() {
                boolean isDone = super.isDone();
                if (isDone) {
                    asked.countDown();
                }
                return isDone;
            }
        };
        start(0, work);
        session.clock.advanceMillis(30);
        work.run();
        asked.await();
        awaitLooks();
        session.clock.advanceMillis(100);

        assertThat(phase("fetch").ms()).isEqualTo(35);
    }

    /** Until nothing is left to look at. */
    private static void awaitLooks() {
        boolean isIdle = false;
        while (!isIdle) {
            isIdle = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("perf-agent-futures"))
                    .allMatch(thread -> thread.getState() == Thread.State.WAITING);
        }
    }

    @Test
    void aFutureThatCannotSayWhetherItIsDoneEndsWithTheMethod() {
        start(0, new FutureTask<>(() -> "later") {
            @Override
            public boolean isDone() {
                throw new IllegalStateException("no");
            }
        });
        session.clock.advanceMillis(30);

        assertThat(phase("fetch").ms()).isEqualTo(5);
    }

    @Test
    void workThatIsStillGoingOnAtTheEndCountsUpToIt() {
        start(0, new CompletableFuture<>());
        session.clock.advanceMillis(30);

        assertThat(phase("fetch").ms()).isEqualTo(35);
    }

    @Test
    void theThreadGoesOnOutsideOfThePhase() {
        CompletableFuture<String> work = new CompletableFuture<>();
        session.inside(1, () -> {
            start(0, work);
            session.clock.advanceMillis(10);
            session.inside(2, () -> session.clock.advanceMillis(2));
        });
        session.clock.advanceMillis(3);
        work.complete("done");

        assertThat(phase("outer").selfMs()).isEqualTo(10);
        assertThat(phase("outer").ms()).isEqualTo(17);
        assertThat(phase("next").ms()).isEqualTo(2);
        assertThat(phase("fetch").ms()).isEqualTo(20);
        assertThat(phase("fetch").selfMs()).isEqualTo(20);
    }

    @Test
    void severalAtOnceSaveTime() {
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> second = new CompletableFuture<>();
        start(0, first);
        start(0, second);
        session.clock.advanceMillis(10);
        second.complete("done");
        first.complete("done");

        assertThat(phase("fetch").count()).isEqualTo(2);
        assertThat(phase("fetch").ms()).isEqualTo(35);
        assertThat(phase("fetch").savedMs()).isEqualTo(15);
    }

    /** The caller is what goes on when the function has ended; its state is its last argument when it goes on itself. */
    @Test
    void aSuspendedFunctionEndsWhenItsCallerGoesOnAndCountsOnce() {
        Object caller = new Object();
        Object state = new Object();
        suspended(caller, new Object());
        session.clock.advanceMillis(30);
        session.recorder.entered(Site.CALLER_RESUMED.number(), state, null);
        suspended(state, caller);
        session.clock.advanceMillis(30);
        session.recorder.entered(Site.CALLER_RESUMED.number(), caller, null);
        session.clock.advanceMillis(100);

        assertThat(phase("fetch").count()).isEqualTo(1);
        assertThat(phase("fetch").ms()).isEqualTo(60);
    }

    @Test
    void aSuspendedFunctionThatCallsItselfCountsOnce() {
        Object caller = new Object();
        Object outer = new Object();
        Object inner = new Object();
        suspended(caller, caller);
        suspended(outer, caller);
        session.clock.advanceMillis(10);
        session.recorder.entered(Site.CALLER_RESUMED.number(), inner, null);
        suspended(inner, outer);
        session.clock.advanceMillis(10);
        session.recorder.entered(Site.CALLER_RESUMED.number(), outer, null);
        session.recorder.entered(Site.CALLER_RESUMED.number(), caller, null);
        session.clock.advanceMillis(100);

        assertThat(phase("fetch").count()).isEqualTo(1);
        assertThat(phase("fetch").ms()).isEqualTo(20);
    }

    @Test
    void aFunctionWhoseCallerGoesOnBeforeItIsLeftHasEnded() {
        Object caller = new Object();
        Object state = new Object();
        int rule = Site.ofRule(0);
        Object token = session.recorder.entered(rule, caller, new Object());
        suspended(state, caller);
        session.clock.advanceMillis(10);
        session.recorder.entered(Site.CALLER_RESUMED.number(), caller, null);
        session.recorder.exited(rule, token, new Object[] {caller}, null);
        session.clock.advanceMillis(100);

        assertThat(phase("fetch").count()).isEqualTo(1);
        assertThat(phase("fetch").ms()).isEqualTo(10);
    }

    /** A function is entered with that, whose caller is the other one, and waits at once. */
    private void suspended(Object last, Object above) {
        int rule = Site.ofRule(0);
        session.recorder.exited(rule, session.recorder.entered(rule, last, above), new Object[] {last}, null);
    }

    /** A method that works for 5 ms and then returns that. */
    private void start(int rule, Object returned) {
        Object token = session.enter(Site.ofRule(rule));
        session.clock.advanceMillis(5);
        session.recorder.exited(Site.ofRule(rule), token, returned, null);
    }

    private Phase phase(String name) {
        if (session.runs.isEmpty()) {
            session.end();
        }
        for (Phase phase : session.runs.get(0).duration().phases()) {
            if (phase.name().equals(name)) {
                return phase;
            }
        }
        throw new AssertionError(name);
    }
}
