package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.machine.ProcessStat;
import dev.perfagent.sample.SampleHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SystemLivenessTest {
    private static final long THIS = ProcessHandle.current().pid();

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessIsToldFromALaterOneOfItsNumber() {
        ProcessStat stat = ProcessStat.now();
        SystemLiveness liveness = new SystemLiveness(Path.of("/proc"));
        assertThat(stat).isNotNull();

        assertThat(liveness.isAlive(THIS, stat == null ? null : stat.startTicks(), Instant.now()))
                .isTrue();
        assertThat(liveness.isAlive(THIS, 1L, Instant.now())).isFalse();
        assertThat(liveness.host()).isNotBlank();
    }

    @Test
    void withoutAProcessFileSystemTheStartTimeTells(@TempDir Path empty) {
        SystemLiveness liveness = new SystemLiveness(empty);

        assertThat(liveness.isAlive(THIS, null, Instant.now())).isTrue();
        assertThat(liveness.isAlive(THIS, null, Instant.EPOCH)).isFalse();
        assertThat(liveness.isAlive(Long.MAX_VALUE, null, Instant.now())).isFalse();
    }

    @Test
    void aProcessThatOnlyItsParentHasNotNoticedToBeGoneIsGone(@TempDir Path proc) throws IOException {
        SystemLiveness liveness = new SystemLiveness(proc);
        stat(proc, 77, "S", "123");
        stat(proc, 78, "Z", "123");

        assertThat(liveness.isAlive(77, 123L, Instant.EPOCH)).isTrue();
        assertThat(liveness.isAlive(77, 124L, Instant.EPOCH)).isFalse();
        assertThat(liveness.isAlive(78, 123L, Instant.EPOCH)).isFalse();
        assertThat(liveness.isAlive(79, 123L, Instant.EPOCH)).isFalse();
    }

    private static void stat(Path proc, long pid, String state, String ticks) throws IOException {
        Files.createDirectories(proc.resolve("self"));
        String text = pid + " (a) b) " + state + " 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 " + ticks + " 0 0\n";
        SampleHome.append(proc.resolve(Long.toString(pid)).resolve("stat"), text);
    }
}
