package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JvmThreadsTest {
    @TempDir
    private Path tasks;

    @Test
    void countsCompilersCollectorsAndOurs() throws IOException {
        task("1", "java", 1_000);
        task("2", "main", 2_000);
        task("3", "C2 CompilerThre", 100);
        task("4", "GC Thread#0", 10);
        task("5", "perf-agent-samp", 1);
        task("6", "perf-agent-prel", 1); // does the application's work
        JvmThreads threads = new JvmThreads(tasks.toString());

        task("2", "main", 9_000);
        task("3", "C2 CompilerThre", 150);
        task("4", "GC Thread#0", 13);
        task("5", "perf-agent-samp", 2);
        task("6", "perf-agent-prel", 1_000);

        assertThat(threads.cpuMs()).isCloseTo(54, within(1e-9));
    }

    @Test
    void oneThatBeganLaterCountsWhole() throws IOException {
        task("6", "VM Thread", 5);
        JvmThreads threads = new JvmThreads(tasks.toString());
        task("7", "C1 CompilerThre", 40);
        task("8", "pool-1-thread-1", 40);

        threads.look();

        assertThat(threads.cpuMs()).isCloseTo(40, within(1e-9));
    }

    @Test
    void oneThatHasNotNamedItselfIsLookedAtAgain() throws IOException {
        task("7", "java", 1);
        JvmThreads threads = new JvmThreads(tasks.toString());
        task("7", "GC Thread#3", 9);

        threads.look();

        assertThat(threads.cpuMs()).isCloseTo(9, within(1e-9));
    }

    @Test
    void oneThatHasEndedKeepsWhatWasSeen() throws IOException {
        task("3", "C2 CompilerThre", 100);
        JvmThreads threads = new JvmThreads(tasks.toString());
        task("3", "C2 CompilerThre", 130);
        assertThat(threads.cpuMs()).isCloseTo(30, within(1e-9));

        Files.delete(tasks.resolve("3/schedstat"));
        Files.delete(tasks.resolve("3/comm"));

        assertThat(threads.cpuMs()).isCloseTo(30, within(1e-9));
    }

    @Test
    void nothingIsToBeHadOffLinux() {
        assertThat(new JvmThreads(tasks.resolve("none").toString()).cpuMs()).isNull();
    }

    private void task(String id, String name, long cpuMs) throws IOException {
        Path task = Files.createDirectories(tasks.resolve(id));
        Files.writeString(task.resolve("comm"), name + "\n");
        Files.writeString(task.resolve("schedstat"), cpuMs * 1_000_000 + " 0 1\n");
    }
}
