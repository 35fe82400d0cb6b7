package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Failure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.ValuePath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExecutionsTest {
    private static final String[] BATCH = {"ghpm", "batch", "--project"};

    @Test
    void aProcessWithoutACommandIsNamedAfterItsApplication() {
        RecordingSession session = new RecordingSession();
        Object main = session.enter(Site.MAIN.number());
        session.clock.advanceMillis(40);
        session.exit(Site.MAIN.number(), main);

        Run run = session.end();
        assertThat(run.application()).isEqualTo("tool");
        assertThat(run.command()).isEqualTo("tool");
        assertThat(run.applicationVersion()).isEqualTo("1.2");
        assertThat(run.exitCode()).isZero();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(run.duration().totalMs()).isEqualTo(40);
        assertThat(run.context()).containsEntry("team", "core");
    }

    @Test
    void aFrameworkNamesTheCommand() {
        RecordingSession session = new RecordingSession();
        session.enter(Site.MAIN.number());
        session.clock.advanceMillis(100);
        picocli(session, BATCH, 0);
        session.clock.advanceMillis(50);
        exit(session, 0);

        Run run = session.end();
        assertThat(run.application()).isEqualTo("ghpm");
        assertThat(run.command()).isEqualTo("batch");
        assertThat(run.options()).containsExactly("--project");
        assertThat(run.duration().totalMs())
                .as("the command, not what is around it")
                .isEqualTo(20);
    }

    @Test
    void parsingAloneNamesTheProcess() {
        RecordingSession session = new RecordingSession();
        session.enter(Site.MAIN.number());
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, new String[] {"checkstyle", "", "-c"}, null);
        session.clock.advanceMillis(70);
        exit(session, 3);

        Run run = session.end();
        assertThat(run.command()).isEqualTo("checkstyle");
        assertThat(run.application()).isEqualTo("checkstyle");
        assertThat(run.duration().totalMs()).isEqualTo(70);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.outcome()).isEqualTo(Outcome.ERROR);
    }

    /** The message has words that were typed, and may have a secret. */
    @Test
    void aWrongCommandLineIsTheErrorWithoutItsMessage() {
        RuntimeException wrong = new IllegalArgumentException("--token s3cret");

        assertThat(afterParse(wrong, 2).error()).isEqualTo(new Failure("java.lang.IllegalArgumentException", null));
        assertThat(afterParse(wrong, 0).error()).as("caught").isNull();
        assertThat(afterParse(wrong, 0).outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(afterParse(null, 2).error()).isNull();
    }

    @Test
    void aWrongCommandLineThatLeavesMainIsTheErrorWithoutItsMessage() {
        RecordingSession session = new RecordingSession();
        RuntimeException wrong = new IllegalArgumentException("--token s3cret");
        Object main = session.enter(Site.MAIN.number());
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, null, wrong);
        session.recorder.exited(Site.MAIN.number(), main, null, wrong);

        assertThat(session.end().error()).isEqualTo(new Failure("java.lang.IllegalArgumentException", null));
    }

    @Test
    void whatIsWrongIsKeptWithoutItsMessageWhateverTheProcessEndsWith() {
        RecordingSession session = new RecordingSession();
        RuntimeException wrong = new IllegalArgumentException("--token s3cret");
        Object token = session.recorder.entered(Site.COMMAND_ENTERED.number(), "", null);
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, null, wrong);
        session.recorder.exited(Site.COMMAND_ENTERED.number(), token, 1, wrong);
        exit(session, 0);

        assertThat(session.end().error()).isEqualTo(new Failure("java.lang.IllegalArgumentException", null));
    }

    @Test
    void aCommandLineThatIsUnderstoodInTheEndIsNotWrong() {
        RecordingSession session = new RecordingSession();
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, null, new IllegalArgumentException());
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, BATCH, null);
        exit(session, 1);

        assertThat(session.end().error()).isNull();
    }

    private static Run afterParse(@Nullable Throwable wrong, int exitCode) {
        RecordingSession session = new RecordingSession();
        session.enter(Site.MAIN.number());
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, BATCH, wrong);
        exit(session, exitCode);
        return session.end();
    }

    @Test
    void aRulesNameBeatsTheFrameworks() {
        RecordingSession session = new RecordingSession(new Rule.Command("export all", RecordingSession.ANY));
        Object outer = session.recorder.entered(Site.COMMAND_ENTERED.number(), "ghpm", null);
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, BATCH, null);
        session.inside(0, () -> session.clock.advanceMillis(5));
        session.recorder.exited(Site.COMMAND_ENTERED.number(), outer, 0, null);

        Run run = session.end();
        assertThat(session.runs).hasSize(1);
        assertThat(run.command()).isEqualTo("export all");
        assertThat(run.application()).isEqualTo("ghpm");
        assertThat(run.options()).containsExactly("--project");
    }

    @Test
    void aLineThatAShellRefusesIsWrongUsageWithoutItsWords() {
        RecordingSession session = new RecordingSession();
        RuntimeException wrong = new IllegalArgumentException("s3cret");
        Object token = session.recorder.entered(Site.COMMAND_ENTERED.number(), "", null);
        session.recorder.exited(Site.COMMAND_ENTERED.number(), token, new Object[] {2, wrong}, null);
        session.recorder.entered(Site.COMMAND_ENTERED.number(), "", null);
        session.end();

        Run refused = session.runs.get(0);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.error()).isEqualTo(new Failure("java.lang.IllegalArgumentException", null));
    }

    @Test
    void everyCommandOfAShellIsARun() {
        RecordingSession session = new RecordingSession(RecordingSession.phase("p"));
        picocli(session, new String[] {"sh", "one"}, 0);
        session.inside(0, () -> session.clock.advanceMillis(3));
        picocli(session, new String[] {"sh", "two"}, 4);
        picocli(session, new String[] {"sh", "three"}, 0);
        exit(session, 9);
        session.end();

        assertThat(session.runs).extracting(Run::command).containsExactly("one", "two", "three");
        assertThat(session.runs).extracting(Run::exitCode).containsExactly(0, 4, 0);
        assertThat(session.runs.get(0).duration().phases()).hasSize(1);
        assertThat(session.runs.get(1).duration().phases()).isEmpty();
        assertThat(session.runs.get(0).executionId())
                .isNotEqualTo(session.runs.get(1).executionId());
    }

    @Test
    void anExceptionOutOfMainIsAnError() {
        RecordingSession session = new RecordingSession();
        Object main = session.enter(Site.MAIN.number());
        session.recorder.exited(Site.MAIN.number(), main, null, new IllegalStateException("password: swordfish"));

        Run run = session.end();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(run.error()).isNotNull();
        assertThat(run.error().type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(run.error().message()).isEqualTo("password: [redacted]");
    }

    @Test
    void anExitInsideACommandCountsUpToTheExit() {
        RecordingSession session = new RecordingSession();
        session.recorder.entered(Site.COMMAND_ENTERED.number(), "ghpm", null);
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, BATCH, null);
        session.clock.advanceMillis(15);
        exit(session, 7);

        Run run = session.end();
        assertThat(run.command()).isEqualTo("batch");
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.duration().totalMs()).isEqualTo(15);
    }

    @Test
    void aMainClassWhoseObjectCannotBeMadeEndsTheProcessWithOne() {
        RecordingSession session = new RecordingSession();
        session.recorder.entered(Site.MAIN_OBJECT.number(), null, null);

        Run run = session.end();
        assertThat(run.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void anExitFromTheConstructorOfTheMainClassCounts() {
        RecordingSession session = new RecordingSession();
        session.recorder.entered(Site.MAIN_OBJECT.number(), null, null);
        exit(session, 3);

        assertThat(session.end().exitCode()).isEqualTo(3);
    }

    @Test
    void aMainClassWhoseObjectWasMadeEndsAsItsMainDoes() {
        RecordingSession session = new RecordingSession();
        session.recorder.entered(Site.MAIN_OBJECT.number(), null, null);
        session.recorder.exited(Site.MAIN_OBJECT.number(), null, null, null);
        Object main = session.recorder.entered(Site.MAIN.number(), null, new String[0]);
        session.recorder.entered(Site.MAIN_OBJECT.number(), null, null); // main makes another one, which fails
        session.recorder.exited(Site.MAIN.number(), main, null, null);

        assertThat(session.end().exitCode()).isZero();
    }

    @Test
    void aSignalKills() throws InterruptedException {
        RecordingSession session = new RecordingSession();
        Thread handler = new Thread(() -> exit(session, 143), "SIGTERM handler");
        handler.start();
        handler.join();

        Run run = session.end();
        assertThat(run.outcome()).isEqualTo(Outcome.KILLED);
        assertThat(run.exitCode()).isEqualTo(143);
    }

    @Test
    void haltIsTheEnd() {
        RecordingSession session = new RecordingSession();
        session.recorder.entered(Site.HALT.number(), null, 5);
        session.recorder.processEnds();

        assertThat(session.runs).hasSize(1);
        assertThat(session.runs.get(0).exitCode()).isEqualTo(5);
    }

    @Test
    void whatAnAttachedJvmDidBeforeACommandIsARunOfItsOwn() {
        RecordingSession session = new RecordingSession(RecordingSession.phase("work"));
        session.recorder.attached();
        session.inside(0, () -> session.clock.advanceMillis(500));
        picocli(session, BATCH, 0);
        session.clock.advanceMillis(10);
        session.recorder.detached();

        assertThat(session.runs).extracting(Run::command).containsExactly("attached", "batch");
        Run before = session.runs.get(0);
        assertThat(before.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(before.exitCode()).isNull();
        assertThat(before.duration().totalMs()).isEqualTo(500);
        Run batch = session.runs.get(1);
        assertThat(batch.exitCode()).isZero();
        assertThat(batch.duration().totalMs()).isEqualTo(20);
        assertThat(batch.duration().phases()).isEmpty();
    }

    @Test
    void aCommandThatIsNotOverAtTheEndOfAMeasurementIsNoWholeOne() {
        RecordingSession session = new RecordingSession();
        session.recorder.attached();
        session.recorder.entered(Site.COMMAND_ENTERED.number(), "ghpm", null);
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, BATCH, null);
        session.recorder.detached();

        assertThat(session.runs).extracting(Run::command).containsExactly("attached", "attached");
        assertThat(session.runs.get(1).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void aCommandThatEndsAnAttachedJvmIsAWholeOne() {
        RecordingSession session = new RecordingSession();
        session.recorder.attached();
        session.recorder.entered(Site.COMMAND_ENTERED.number(), "ghpm", null);
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, BATCH, null);
        exit(session, 5);

        Run run = session.end();
        assertThat(run.command()).isEqualTo("batch");
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.outcome()).isEqualTo(Outcome.ERROR);
    }

    @Test
    void contextIsCaptured() {
        RecordingSession session = new RecordingSession(
                context("tasks", "return.size"),
                context("name", "argument.0"),
                context("ratio", "return"),
                context("object", "return"));
        session.recorder.exited(Site.ofRule(0), null, List.of(1, 2, 3), null);
        session.recorder.entered(Site.ofRule(1), null, "large");
        session.recorder.exited(Site.ofRule(2), null, 0.5, null);
        session.recorder.exited(Site.ofRule(3), null, new Object(), null);

        assertThat(session.end().context())
                .containsEntry("tasks", 3)
                .containsEntry("name", "large")
                .containsEntry("ratio", 0.5)
                .doesNotContainKey("object");
    }

    /** JUnit's console without a sub-command parses its words again, as those of "execute". */
    @Test
    void theOutermostProgramIsTheApplication() {
        RecordingSession session = new RecordingSession();
        Object outer = session.recorder.entered(Site.COMMAND_ENTERED.number(), "junit", null);
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, new String[] {"junit", ""}, null);
        picocli(session, new String[] {"execute", "", "--scan-classpath"}, 0);
        session.recorder.exited(Site.COMMAND_ENTERED.number(), outer, 0, null);

        Run run = session.end();
        assertThat(run.application()).isEqualTo("junit");
        assertThat(run.command()).isEqualTo("junit");
        assertThat(run.options()).containsExactly("--scan-classpath");
    }

    @Test
    void aProgramNamedAsACallOfJavaIsNamedByItsJar() {
        RecordingSession session = new RecordingSession();
        session.recorder.entered(Site.COMMAND_ENTERED.number(), "java -jar ghpm.jar", null);
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, new String[] {"java -jar ghpm.jar", "batch"}, null);

        Run run = session.end();
        assertThat(run.application()).isEqualTo("tool");
        assertThat(run.command()).isEqualTo("batch");
    }

    private static Rule.Context context(String name, String value) {
        ValuePath path = ValuePath.of(value);
        if (path == null) {
            throw new IllegalArgumentException(value);
        }
        return new Rule.Context(name, RecordingSession.ANY, path);
    }

    private static void picocli(RecordingSession session, String[] parsed, int exitCode) {
        Object token = session.recorder.entered(Site.COMMAND_ENTERED.number(), "ghpm", null);
        session.recorder.exited(Site.COMMAND_PARSED.number(), null, parsed, null);
        session.clock.advanceMillis(20);
        session.recorder.exited(Site.COMMAND_ENTERED.number(), token, exitCode, null);
    }

    private static void exit(RecordingSession session, int status) {
        session.recorder.entered(Site.EXIT.number(), null, status);
    }

    /** It would take the sampler's thread with it, and all later looks at the heap and the start marker. */
    @Test
    void aLookAtARunThatFailsIsToldAndTheNextOneIsTaken() {
        RecordingSession session = new RecordingSession();
        session.whenGoingOn = () -> {
            throw new IllegalStateException("an application's own cache");
        };

        session.recorder.reportProgress(false);
        session.recorder.reportProgress(true);

        assertThat(session.failures)
                .containsExactly("looking at the run that goes on", "looking at the run that goes on");
        assertThat(session.end().command()).isEqualTo("tool");
    }
}
