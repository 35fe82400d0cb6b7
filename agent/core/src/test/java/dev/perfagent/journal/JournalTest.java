package dev.perfagent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    @TempDir
    private Path folder;

    @Test
    void foldersAndFilesAreTheOwnersAlone() throws IOException {
        File deep = folder.resolve("a/b/c").toFile();
        OwnerFile.createFolder(deep);
        File file = new File(deep, "x");
        OwnerFile.appendLine(file, "line");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.toPath())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toPath())))
                .isEqualTo("rw-------");
    }

    @Test
    void aHalfWrittenLineStaysALineOfItsOwn() throws IOException {
        Path file = folder.resolve("day.ndjson");
        Files.writeString(file, "{\"whole\":1}\n{\"half");

        OwnerFile.appendLine(file.toFile(), "{\"next\":1}");

        assertThat(Files.readAllLines(file)).containsExactly("{\"whole\":1}", "{\"half", "{\"next\":1}");
    }

    @Test
    void linesOfManyWritersStayWhole() throws Exception {
        Path file = folder.resolve("day.ndjson");
        String line = "x".repeat(6000);
        List<Thread> writers = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 8; i++) {
            Thread writer = new Thread(() -> {
                try {
                    start.await();
                    for (int n = 0; n < 50; n++) {
                        OwnerFile.appendLine(file.toFile(), line);
                    }
                } catch (IOException | InterruptedException failure) {
                    throw new AssertionError(failure);
                }
            });
            writer.start();
            writers.add(writer);
        }
        start.countDown();
        for (Thread writer : writers) {
            writer.join();
        }

        // A writer that saw another's line half-way put a blank behind its own.
        assertThat(Files.readAllLines(file)).hasSize(400).allMatch(written -> written.stripTrailing()
                .equals(line));
    }

    @Test
    void aFileInTheWayOfAFolderIsTold() throws IOException {
        Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() ->
                        OwnerFile.createFolder(folder.resolve("taken/inside").toFile()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("taken");
    }

    @Test
    void theHomeIsWhereItWasAskedFor() {
        assertThat(Home.resolve("/given", Map.of("PERF_AGENT_HOME", "/variable"))
                        .folder())
                .isEqualTo(new File("/given"));
        assertThat(Home.resolve(null, Map.of("PERF_AGENT_HOME", "/variable")).folder())
                .isEqualTo(new File("/variable"));
        assertThat(Home.resolve(null, Map.of("XDG_STATE_HOME", "/state"))
                        .folder()
                        .getName())
                .isEqualTo("perf-agent");
        assertThat(Home.resolve(null, Map.of("XDG_STATE_HOME", "relative")).folder())
                .isAbsolute();
    }

    @Test
    void aNameCannotLeaveItsFolder() {
        assertThat(Home.fileName("../../etc/passwd")).startsWith("_._.._etc_passwd~");
        assertThat(Home.fileName("..")).startsWith("_.~");
    }
}
