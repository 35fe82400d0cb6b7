package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OtherThreadsTest {
    private static final long NANOS_PER_MS = 1_000_000;
    private static final String ENTERED = "10";

    @TempDir
    private Path tasks;

    @TempDir
    private Path programs;

    /** Two processors. */
    @ParameterizedTest
    @CsvSource({
        "100,   0,   0,  0", // nobody does anything
        "100,  50,  50, 50", // one works, and has a CPU for half of the time
        "100, 100,   0,  0", // one works, and always has a CPU
        "100,  10,  10, 10", // one works for a fifth of the time: for the rest something else is waited for
        "100, 200,   0,  0", // two work on two processors
        "100, 100, 100, 50", // two work, and each has a CPU for half of the time
        "100, 200, 600,  0", // eight work: two have a CPU, and the others wait for these
        "100, 100, 700, 50", // eight work, and have half of the processors
        " 20, 300,  10,  0", // more than in that time
    })
    void whatTheOthersWaitForIsWhatTheyCouldHaveUsed(double elsewhere, double cpu, double wait, double expected) {
        assertThat(OtherThreads.waitMs(elsewhere, cpu, wait, 2)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void theyAreLookedAtWhileTheOneThatEnteredWaits() throws IOException {
        task("11", "pool-1-thread-1", 5, 5);
        task("12", "GC Thread#0", 5, 5);
        task(ENTERED, "main", 5, 5);
        OtherThreads threads = threads();

        task("11", "pool-1-thread-1", 45, 45);
        task("12", "GC Thread#0", 45, 45);
        task("13", "pool-1-thread-2", 10, 10); // has begun since
        task("14", "java", 10, 10); // has not named itself yet, and so may be the JVM's

        assertThat(look(threads, 90, 0, 100)).as("the one that entered works").isFalse();
        assertThat(threads.waitMs()).isZero();
        assertThat(look(threads, 90, 0, 190)).isTrue();
        assertThat(threads.waitMs()).isCloseTo(50, within(1e-9));
        assertThat(look(threads, 90, 0, 290)).isTrue();
        assertThat(threads.waitMs()).as("nobody did anything").isCloseTo(50, within(1e-9));
    }

    @Test
    void theEndOfARunIsNotTheFirstLook() throws IOException {
        OtherThreads threads = threads();
        task("11", "pool-1-thread-1", 10, 10);
        threads.lookAgain(new ThreadSchedule(0, 0), 50 * NANOS_PER_MS);
        assertThat(threads.waitMs()).isZero();

        look(threads, 0, 0, 100);
        task("11", "pool-1-thread-1", 20, 25);
        threads.lookAgain(new ThreadSchedule(0, 0), 150 * NANOS_PER_MS);
        assertThat(threads.waitMs()).isCloseTo(25, within(1e-9));
    }

    @Test
    void sleepThatTheKernelCountsAsWaitingIsLeftOut() throws IOException {
        task("11", "pool-1-thread-1", 5, 5);
        OtherThreads threads = threads();
        task("11", "pool-1-thread-1", 6, 900);

        assertThat(look(threads, 0, 0, 100)).isTrue();
        assertThat(threads.waitMs()).isZero();
    }

    @Test
    void inANewProcessWhatEachHasUsedSoFarCounts() throws IOException {
        task("11", "pool-1-thread-1", 40, 40);
        OtherThreads threads =
                new OtherThreads(programs + "/", tasks.resolve(ENTERED).toString(), 2, new ThreadSchedule(7, 0), 0);

        assertThat(look(threads, 17, 0, 110)).isTrue();

        assertThat(threads.waitMs()).isCloseTo(40, within(1e-9));
    }

    /** One that the thread has started, and one that this one has started. */
    @Test
    void programsThatItWaitsForCount() throws IOException {
        OtherThreads threads = threads();
        Files.createDirectories(tasks.resolve(ENTERED));
        Files.writeString(tasks.resolve(ENTERED).resolve("children"), "70 ");
        Path shell = task(programs.resolve("70/task/70"), "sh", 1, 0);
        Files.writeString(shell.resolve("children"), "71 ");
        task(programs.resolve("71/task/71"), "git", 20, 29);
        task(programs.resolve("71/task/72"), "GC Thread#0", 10, 20); // no thread of ours

        assertThat(look(threads, 0, 0, 100)).isTrue();

        assertThat(threads.waitMs()).isCloseTo(49, within(1e-9));
    }

    @Test
    void oneThatHasEndedIsForgotten() throws IOException {
        task("11", "pool-1-thread-1", 50, 50);
        OtherThreads threads = threads();
        Files.delete(tasks.resolve("11/schedstat"));
        Files.delete(tasks.resolve("11/comm"));
        Files.delete(tasks.resolve("11"));
        assertThat(look(threads, 0, 0, 100)).isTrue();

        task("11", "another", 20, 20); // with the same number
        assertThat(look(threads, 0, 0, 200)).isTrue();

        assertThat(threads.waitMs()).isCloseTo(20, within(1e-9));
    }

    @Test
    void whereNothingIsKnownOfTheThreadNothingIsLookedAt() {
        assertThat(threads().look(null, 100 * NANOS_PER_MS)).isFalse();
        assertThat(threads().waitMs()).isZero();
    }

    private OtherThreads threads() {
        OtherThreads threads =
                new OtherThreads(programs + "/", tasks.resolve(ENTERED).toString(), 2, new ThreadSchedule(0, 0), 0);
        threads.leaveOutWhatWas();
        return threads;
    }

    private static boolean look(OtherThreads threads, double cpuMs, double waitMs, long atMs) {
        return threads.look(new ThreadSchedule(cpuMs, waitMs), atMs * NANOS_PER_MS);
    }

    private void task(String id, String name, long cpuMs, long waitMs) throws IOException {
        task(tasks.resolve(id), name, cpuMs, waitMs);
    }

    private static Path task(Path task, String name, long cpuMs, long waitMs) throws IOException {
        Files.createDirectories(task);
        Files.writeString(task.resolve("comm"), name + "\n");
        Files.writeString(task.resolve("schedstat"), cpuMs * NANOS_PER_MS + " " + waitMs * NANOS_PER_MS + " 7\n");
        return task;
    }
}
