package dev.perfagent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, and a made-up folder of what Linux shows of it. */
class RunningProcessTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "1000").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aProcessWithTheJvmsLibraryMayBeAttachedTo() throws IOException {
        maps("/usr/lib/jvm/lib/server/libjvm.so");

        assertThat(running().problem()).isNull();
    }

    @Test
    void oneWithoutItIsNoJvm() throws IOException {
        maps("/usr/lib/libc.so.6");

        assertThat(running().problem()).contains("is not a JVM");
    }

    /** The JDK would signal it again and again, and it would print its threads each time. */
    @Test
    void oneThatSeesOtherFilesIsNotAskedToAttach() throws IOException {
        maps("/usr/lib/jvm/lib/server/libjvm.so");
        Path jar = Files.createFile(folder.resolve("perf-agent.jar")).toRealPath();
        Path root = proc().resolve("root");
        Path there = root.resolve(jar.getRoot().relativize(jar));
        Files.createDirectories(there.getParent());
        assertThat(running().problem(jar)).contains("sees another " + jar).contains("nsenter -m -t " + process.pid());

        Files.createFile(there);
        assertThat(running().problem(jar)).contains("sees another " + jar);

        Files.delete(there);
        Files.createLink(there, jar);
        assertThat(running().problem(jar)).isNull();
    }

    @Test
    void aProcessThatHasEndedIsNone() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();

        assertThat(running().problem()).contains("there is no process " + process.pid());
    }

    private RunningProcess running() {
        return new RunningProcess(process.pid(), folder.resolve("proc"));
    }

    private Path proc() throws IOException {
        return Files.createDirectories(folder.resolve("proc").resolve(Long.toString(process.pid())));
    }

    private void maps(String library) throws IOException {
        Files.writeString(proc().resolve("maps"), "7f00-7fff r-xp 00000000 08:01 42   " + library + "\n");
    }
}
