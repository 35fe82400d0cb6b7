package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FolderListingTest {
    @Test
    void entriesThatFitAreListedByName(@TempDir Path folder) throws IOException {
        for (String name : List.of("b.txt", "a.txt", "c.log")) {
            Files.createFile(folder.resolve(name));
        }

        assertThat(FolderListing.of(folder, "*.txt")).containsExactly(folder.resolve("a.txt"), folder.resolve("b.txt"));
        assertThat(FolderListing.of(folder.resolve("none"), "*")).isEmpty();
        assertThatThrownBy(() -> FolderListing.of(folder.resolve("a.txt"), "*"))
                .hasMessage("cannot read " + folder.resolve("a.txt") + ": it is not a folder");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no FIFOs in folders")
    void aFifoInPlaceOfAFolderIsNotWaitedFor(@TempDir Path folder) throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();

        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> assertThatThrownBy(() -> FolderListing.of(fifo, "*"))
                .hasMessageEndingWith("it is not a folder"));
    }
}
