package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.record.ProcessTotals;
import dev.perfagent.run.ProcessUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProcessesTest {
    private static final Object PROCESS = new Object();

    private final RecordingSession session = new RecordingSession();

    @Test
    void aProcessCountsFromItsStartToItsEnd() {
        CompletableFuture<Integer> first = start("/usr/bin/git", "status");
        session.clock.advanceMillis(10);
        CompletableFuture<Integer> second = start("git");
        session.clock.advanceMillis(5);
        first.complete(0);
        session.clock.advanceMillis(1);
        second.complete(128);
        session.clock.advanceMillis(500);

        assertThat(processes()).containsExactly(new ProcessUse("git", 2, 15 + 6, 1));
    }

    @Test
    void whatStillRunsCountsToTheEnd() {
        start(new CompletableFuture<>(), "sleep", "60");
        session.clock.advanceMillis(40);

        assertThat(processes()).containsExactly(new ProcessUse("sleep", 1, 40, 0));
    }

    @Test
    void anEndThatTheJdkHasNotToldYetIsSeen() {
        CompletableFuture<Integer> late = new CompletableFuture<>() {
            @Override
            public CompletableFuture<Integer> whenComplete(
                    java.util.function.BiConsumer<? super Integer, ? super Throwable> never) {
                return this;
            }
        };
        start(late, "false");
        session.clock.advanceMillis(3);
        late.complete(1);

        assertThat(processes()).containsExactly(new ProcessUse("false", 1, 3, 1));
    }

    @Test
    void aProgramThatCannotBeStartedIsAFailure() {
        Object token =
                session.recorder.entered(Site.PROCESS_STARTED.number(), new ProcessBuilder("/nowhere/gti"), null);
        session.clock.advanceMillis(2);
        session.recorder.exited(Site.PROCESS_STARTED.number(), token, null, new IOException("error=2"));

        assertThat(processes()).containsExactly(new ProcessUse("gti", 1, 2, 1));
    }

    @Test
    void whatTheJdkRefusesToTryIsNoStart() {
        Object token =
                session.recorder.entered(Site.PROCESS_STARTED.number(), new ProcessBuilder("git", "with a null"), null);
        session.recorder.exited(Site.PROCESS_STARTED.number(), token, null, new NullPointerException());
        session.recorder.exited(
                Site.PROCESS_STARTED.number(),
                session.recorder.entered(Site.PROCESS_STARTED.number(), new ProcessBuilder(List.of()), null),
                null,
                new IndexOutOfBoundsException());

        assertThat(processes()).isEmpty();
        assertThat(session.failures).isEmpty();
    }

    @Test
    void onlyTheStartCountsWhereTheJdkTellsNoEnd() {
        Object token = session.recorder.entered(Site.PROCESS_STARTED.number(), new ProcessBuilder("git.exe"), null);
        session.clock.advanceMillis(4);
        session.recorder.exited(Site.PROCESS_STARTED.number(), token, PROCESS, null);
        session.clock.advanceMillis(100);

        assertThat(processes()).containsExactly(new ProcessUse("git.exe", 1, 4, 0));
    }

    @Test
    void aFutureThatBelongsToNoStartIsLeftAlone() {
        CompletableFuture<Integer> other = new CompletableFuture<>();
        session.recorder.exited(Site.PROCESS_AWAITED.number(), null, other, null);

        assertThat(other.getNumberOfDependents()).isZero();
        assertThat(processes()).isEmpty();
    }

    @Test
    void afterFiftyProgramsTheRestIsOther() {
        for (int i = 0; i < ProcessTotals.MOST_PROGRAMS + 7; i++) {
            start("tool" + i).complete(0);
        }
        start("tool3").complete(0);

        List<ProcessUse> uses = processes();
        assertThat(uses).hasSize(ProcessTotals.MOST_PROGRAMS + 1);
        assertThat(uses.get(3)).isEqualTo(new ProcessUse("tool3", 2, 0, 0));
        assertThat(uses.get(ProcessTotals.MOST_PROGRAMS)).isEqualTo(new ProcessUse("other", 7, 0, 0));
    }

    @Test
    void ofMoreThanAThousandAtOnceTheRestCountsWithItsStart() {
        List<CompletableFuture<Integer>> running = new ArrayList<>();
        for (int i = 0; i < ProcessTotals.MOST_RUNNING + 5; i++) {
            running.add(start("true"));
        }
        session.clock.advanceMillis(1);
        running.forEach(each -> each.complete(1));

        int most = ProcessTotals.MOST_RUNNING;
        assertThat(processes()).containsExactly(new ProcessUse("true", most + 5, most, most));
    }

    /** In a process with several commands the next one has begun when the alerts of the last are told. */
    @Test
    void aProgramThatIsToldOfAlertsDoesNotCount() {
        session.whenFinished = () -> start("notify").complete(0);
        command("git");
        command("ls");
        session.end();

        assertThat(session.runs).hasSize(2);
        assertThat(session.runs.get(0).processes()).containsExactly(new ProcessUse("git", 1, 0, 0));
        assertThat(session.runs.get(1).processes()).containsExactly(new ProcessUse("ls", 1, 0, 0));
    }

    private void command(String program) {
        Object token = session.enter(Site.COMMAND_ENTERED.number());
        start(program).complete(0);
        session.recorder.exited(Site.COMMAND_ENTERED.number(), token, 0, null);
    }

    @Test
    void aNameThatLooksLikeATokenIsRedacted() {
        start("/tmp/ghp_0123456789abcdefghij/ghp_0123456789abcdefghij").complete(0);

        assertThat(processes()).extracting(ProcessUse::program).containsExactly("[redacted]");
    }

    private CompletableFuture<Integer> start(String... command) {
        CompletableFuture<Integer> completion = new CompletableFuture<>();
        start(completion, command);
        return completion;
    }

    private void start(CompletableFuture<Integer> completion, String... command) {
        @Nullable
        Object token = session.recorder.entered(Site.PROCESS_STARTED.number(), new ProcessBuilder(command), null);
        session.recorder.exited(Site.PROCESS_AWAITED.number(), null, completion, null);
        session.recorder.exited(Site.PROCESS_STARTED.number(), token, PROCESS, null);
    }

    private List<ProcessUse> processes() {
        List<ProcessUse> uses = session.end().processes();
        assertThat(uses).isNotNull();
        return uses == null ? List.of() : uses;
    }
}
