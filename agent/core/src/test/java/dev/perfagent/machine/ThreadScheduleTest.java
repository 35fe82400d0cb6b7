package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThreadScheduleTest {
    @Test
    void readsTimeOnACpuAndTimeOfWaiting() {
        ThreadSchedule schedule = ThreadSchedule.parse("1319232000 250994000 871\n");

        assertThat(schedule).isEqualTo(new ThreadSchedule(1319.232, 250.994));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "12", "12 ", "a b c", "12 b 3", "99999999999999999999 1 2", "1  2"})
    void whatIsNoSuchFileIsUnknown(String text) {
        assertThat(ThreadSchedule.parse(text)).isNull();
    }

    @Test
    void aThreadThatHasEndedIsUnknown(@TempDir Path folder) {
        assertThat(ThreadSchedule.now(folder.resolve("gone").toString())).isNull();
        assertThat(ThreadSchedule.now(null)).isNull();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theRunningThreadIsFoundFromAnyOther() throws Exception {
        String place = ThreadSchedule.ofRunningThread();
        assertThat(place).isNotNull();
        String own = Files.readString(Path.of("/proc/thread-self/stat"));

        String seen = java.util.concurrent.CompletableFuture.supplyAsync(() -> read(Path.of(place, "stat")))
                .join();

        assertThat(seen.substring(0, seen.indexOf(' '))).isEqualTo(own.substring(0, own.indexOf(' ')));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void timeOnACpuAgreesWithWhatTheJvmSays() {
        java.lang.management.ThreadMXBean jvm = java.lang.management.ManagementFactory.getThreadMXBean();
        String place = ThreadSchedule.ofRunningThread();
        ThreadSchedule from = ThreadSchedule.now(place);
        double jvmFrom = jvm.getCurrentThreadCpuTime() / 1e6;
        double work = 0;
        while (jvm.getCurrentThreadCpuTime() / 1e6 - jvmFrom < 100) {
            work += Math.sqrt(work + 1);
        }
        ThreadSchedule to = ThreadSchedule.now(place);
        double jvmUsed = jvm.getCurrentThreadCpuTime() / 1e6 - jvmFrom;

        assertThat(from).isNotNull();
        assertThat(to).isNotNull();
        // The scheduler books a running thread's time at its ticks, every 10 ms at the slowest.
        assertThat(to.cpuMs() - from.cpuMs()).isCloseTo(jvmUsed, within(25.0));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
