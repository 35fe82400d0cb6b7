package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class ClassPreloaderTest {
    @TempDir
    private Path folder;

    /** At the first that is missing the rest would be left out, and nobody would notice. */
    @ParameterizedTest
    @FieldSource("dev.perfagent.agent.ClassPreloader#NAMES")
    void everyClassExists(String name) {
        assertThatNoException()
                .isThrownBy(() ->
                        Class.forName(ClassPreloader.PREFIX + name, false, ClassPreloader.class.getClassLoader()));
    }

    @Test
    void holdsNoJvmAndShowsNoLoader() {
        ClassPreloader ahead = new ClassPreloader();

        assertThat(ahead.isDaemon()).isTrue();
        assertThat(ahead.getContextClassLoader()).isNull();
    }

    @Test
    void startsTheNextThreadWhenThereIsNothingLeftToTellIt() throws InterruptedException {
        ClassPreloader ahead = ClassPreloader.begin();
        assertThat(ahead).isNotNull();
        Thread next = new Thread(() -> {});

        ahead.thenStart(next, log());
        assertThat(next.getState()).isEqualTo(Thread.State.NEW);
        ahead.goOn();
        ahead.join();
        next.join();

        assertThat(next.getState()).isEqualTo(Thread.State.TERMINATED);
        assertThat(folder.resolve("agent.log")).doesNotExist();
    }

    @Test
    void endsWithoutAThreadToStart() throws InterruptedException {
        ClassPreloader ahead = ClassPreloader.begin();
        assertThat(ahead).isNotNull();

        ahead.goOn();
        ahead.join();

        assertThat(ahead.isAlive()).isFalse();
    }

    @Test
    void aThreadThatCannotStartIsInTheLog() throws InterruptedException {
        ClassPreloader ahead = ClassPreloader.begin();
        assertThat(ahead).isNotNull();

        ahead.thenStart(new UnstartableThread(), log());
        ahead.goOn();
        ahead.join();

        assertThat(folder.resolve("agent.log"))
                .content()
                .contains("a thread of the agent could not start; this run is measured only in part")
                .contains("no more threads");
    }

    private AgentLog log() {
        return new AgentLog(Home.at(folder.toFile()));
    }

    /** As in a process that has as many threads as it may have. */
    private static final class UnstartableThread extends Thread {
        @Override
        public synchronized void start() {
            throw new OutOfMemoryError("no more threads");
        }
    }
}
