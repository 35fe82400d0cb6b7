package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Failure;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that carries several frameworks is recorded by the one that was handed main's own arguments. */
final class CommandLinesTest {
    private static final int PARSED = Site.COMMAND_PARSED.number();
    private static final String[] TYPED = {"remote", "add", "--depth"};

    private final RecordingSession session = new RecordingSession();

    @BeforeEach
    void mainIsEntered() {
        session.recorder.entered(Site.MAIN.number(), null, TYPED);
    }

    @Test
    void otherWordsThatAreReadBeforeAreForgotten() {
        read(List.of("--color"), new IllegalStateException(), "settings", "color", "--color");
        read(List.of(TYPED), null, "git", "remote add", "--depth");

        Run run = exit(1);
        assertThat(run.command()).isEqualTo("remote add");
        assertThat(run.options()).containsExactly("--depth");
        assertThat(run.error()).isNull();
    }

    @Test
    void otherWordsThatAreReadAfterwardsDoNotCount() {
        read(TYPED, null, "git", "", "--depth");
        read(new String[] {"x", "-v"}, new IllegalStateException(), "other", "x", "-v");

        Run run = exit(1);
        assertThat(run.command()).isEqualTo("git");
        assertThat(run.options()).containsExactly("--depth");
        assertThat(run.error()).isNull();
    }

    @Test
    void otherWordsThatAreReadAfterwardsDoNotMakeAWrongCommandLineRight() {
        read(TYPED, new IllegalStateException(), "git", "remote", "--depth");
        read(new String[] {"x"}, null, "other", "", "-v");

        assertThat(exit(2).error()).isNotNull();
    }

    @Test
    void aCommandIsToldLevelByLevel() {
        Object token = session.recorder.entered(PARSED, TYPED, null);
        level("", "--verbose");
        level("remote", "--verbose");
        level("remote add", "--depth");
        session.recorder.exited(PARSED, token, null, null);

        Run run = exit(0);
        assertThat(run.command()).isEqualTo("remote add");
        assertThat(run.options()).containsExactly("--verbose", "--depth");
    }

    @Test
    void aLevelMayBeNamedByItself() {
        Object token = session.recorder.entered(PARSED, TYPED, null);
        session.recorder.exited(PARSED, session.recorder.entered(PARSED, null, null), new String[] {"git", ""}, null);
        level("", "--verbose");
        level(" remote");
        level(" add");
        level("", "--depth");
        session.recorder.exited(PARSED, token, null, null);

        Run run = exit(0);
        assertThat(run.application()).isEqualTo("git");
        assertThat(run.command()).isEqualTo("remote add");
        assertThat(run.options()).containsExactly("--verbose", "--depth");
    }

    /** What both have in common are their parents, and what is typed again adds nothing. */
    @Test
    void oneCommandMayFollowAnother() {
        Object token = session.recorder.entered(PARSED, TYPED, null);
        level("remote");
        level("remote add", "--depth");
        level("remote");
        level("remote remove");
        level("push", "--force");
        level("remote");
        level("remote add", "--depth");
        session.recorder.exited(PARSED, token, null, null);

        Run run = exit(0);
        assertThat(run.command()).isEqualTo("remote add remove push");
        assertThat(run.options()).containsExactly("--depth", "--force");
    }

    @Test
    void levelsOfOtherWordsDoNotCount() {
        read(TYPED, null, "git", "remote", "--depth");
        Object token = session.recorder.entered(PARSED, List.of("other"), null);
        level("remote other", "--nonsense");
        session.recorder.exited(PARSED, token, null, null);

        Run run = exit(0);
        assertThat(run.command()).isEqualTo("remote");
        assertThat(run.options()).containsExactly("--depth");
    }

    @Test
    void withoutMainsOwnArgumentsTheFirstOneWins() {
        read(new String[] {"remote"}, null, "git", "remote", "--depth");
        read(new String[] {"push"}, null, "other", "push", "-v");

        assertThat(exit(0).command()).isEqualTo("remote");
    }

    /** Many tools print their usage and end with 0. */
    @Test
    void mainsOwnWordsThatAreRefusedAreAnErrorWhateverTheExitCode() {
        read(TYPED, new IllegalStateException("--token s3cret"), "git", "remote", "--depth");

        Run run = exit(0);
        assertThat(run.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(run.exitCode()).isZero();
        assertThat(run.error()).isEqualTo(new Failure("java.lang.IllegalStateException", null));
    }

    @Test
    void soAreTheLastOfThem() {
        read(List.of("add", "--depth"), new IllegalStateException(), "git", "", "--depth");

        assertThat(exit(0).outcome()).isEqualTo(Outcome.ERROR);
    }

    @Test
    void otherWordsThatAreRefusedAreNoError() {
        read(List.of("remote"), new IllegalStateException(), "settings", "", "--depth");

        assertThat(exit(0).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void mainsOwnWordsThatAreReadInAnotherWayAfterwardsAreNoError() {
        read(TYPED, new IllegalStateException(), "git", "", "--depth");
        read(TYPED, null, "git", "", "--depth");

        assertThat(exit(0).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    /** What is required is missing where help is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help", "help", "-?", "--version", "-V"})
    void aLineThatAsksForHelpIsNoErrorIfTheProgramDoesNotSaySo(String word) {
        String[] words = {"add", word};
        RecordingSession other = new RecordingSession();
        other.recorder.entered(Site.MAIN.number(), null, words);
        Object token = other.recorder.entered(PARSED, words, null);
        other.recorder.exited(PARSED, token, new String[] {"git", ""}, new IllegalStateException());
        other.recorder.entered(Site.EXIT.number(), null, 0);

        assertThat(other.end().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void norIsAnExceptionByWhichHelpIsPrinted() {
        read(TYPED, new PrintHelpMessage(), "git", "", "--depth");

        assertThat(exit(0).outcome()).isEqualTo(Outcome.SUCCESS);
    }

    /** As Clikt has it. */
    @SuppressWarnings("serial")
    private static final class PrintHelpMessage extends RuntimeException {}

    private void read(Object words, @Nullable Throwable thrown, String... names) {
        Object token = session.recorder.entered(PARSED, words, null);
        session.recorder.exited(PARSED, token, names, thrown);
    }

    private void level(String command, String... options) {
        String[] names = new String[options.length + 2];
        names[0] = "";
        names[1] = command;
        System.arraycopy(options, 0, names, 2, options.length);
        session.recorder.exited(PARSED, session.recorder.entered(PARSED, null, null), names, null);
    }

    private Run exit(int status) {
        session.recorder.entered(Site.EXIT.number(), null, status);
        return session.end();
    }
}
