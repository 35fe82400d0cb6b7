package dev.perfagent.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.machine.ProcessStat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class MonitorFilesTest {
    @TempDir
    private Path home;

    @Test
    void theOrderIsReadAsItWasWritten() {
        MonitorOrder order = new MonitorOrder(
                home.toFile().getAbsoluteFile(),
                "s",
                100,
                0,
                new File("/"),
                7,
                new MonitorOrder.Limits(1.5, null, 95.0),
                AlertRule.STANDARD,
                AlertRule.STANDARD,
                AlertRule.STANDARD,
                List.of("notify", "a b"));
        String[] arguments = order.arguments().toArray(new String[0]);

        assertThat(MonitorOrder.isMeant(arguments)).isTrue();
        assertThat(MonitorOrder.of(arguments)).isEqualTo(order);
        assertThat(MonitorOrder.isMeant("runs")).isFalse();
    }

    @Test
    void itEndsWhenTheTimeIsUp() throws IOException {
        MonitorOrder order = new MonitorOrder(
                home.toFile(), "s", 10, 50, home.toFile(), 0, new MonitorOrder.Limits(null, null, null));
        MonitorFolder folder = new MonitorFolder(home.toFile());
        folder.create();

        assertThat(MonitorProcess.run(order.arguments().toArray(new String[0]))).isZero();

        MonitorStatus status = Objects.requireNonNull(MonitorStatus.read(folder));
        assertThat(status.running()).isFalse();
        assertThat(status.end()).isEqualTo("the time was up");
        assertThat(folder.session("s").toPath().resolve("resources.csv"))
                .content()
                .contains("timestamp");
    }

    @Test
    void theOldestDaysGoWhenThereAreTooManySamples() throws IOException {
        for (int day = 1; day <= 4; day++) {
            Path folder = Files.createDirectories(home.resolve("machine/date=2026-11-0" + day));
            Files.write(folder.resolve("host.ndjson"), new byte[100]);
        }
        LakeLimit.apply(home.resolve("machine").toFile(), 250);
        assertThat(home.resolve("machine/date=2026-11-02")).doesNotExist();
        assertThat(home.resolve("machine/date=2026-11-03/host.ndjson")).exists();
        LakeLimit.apply(home.resolve("machine").toFile(), 1);
        assertThat(home.resolve("machine/date=2026-11-03")).doesNotExist();
        assertThat(home.resolve("machine/date=2026-11-04/host.ndjson")).exists();
    }

    /** A run may say of itself that it took thousands of years. */
    @Test
    void onlyTheDaysThatAreThereAreLookedAt() throws IOException {
        MonitorFolder folder = new MonitorFolder(home.toFile());
        for (int day = 1; day <= 3; day++) {
            String date = "2026-11-0" + day;
            Path files = Files.createDirectories(folder.lake().toPath().resolve("date=" + date));
            Files.writeString(
                    files.resolve("host.ndjson"),
                    "{\"kind\":\"machine\",\"timestamp\":\"" + date + "T10:00:00.000Z\",\"host\":\"host\"}\n");
        }
        Instant noon = Instant.parse("2026-11-02T12:00:00Z");
        MachineLake lake = new MachineLake(folder);

        assertThat(lake.between(Instant.MIN, Instant.MAX, null)).hasSize(3);
        assertThat(lake.between(noon, Instant.MAX, null)).hasSize(1);
        assertThat(lake.between(Instant.MIN, noon, null)).hasSize(2);
    }

    @Test
    void theTableOfALongWatchKeepsItsNewestTwoPieces() throws IOException {
        int rows = 20;
        try (SampleFiles files = new SampleFiles(new MonitorFolder(home.toFile()), "s", 1000)) {
            for (int i = 0; i < rows; i++) {
                files.append(new MachineSample(i, Map.of(MachineFigure.CPU_PERCENT, 1.0), "x".repeat(200)));
            }
        }
        List<String> newest = Files.readAllLines(home.resolve("monitor/s/resources.csv"));
        List<String> older = Files.readAllLines(home.resolve("monitor/s/resources-older.csv"));

        assertThat(newest.get(0)).isEqualTo(older.get(0)).startsWith("timestamp,");
        assertThat(newest.size() + older.size()).isBetween(4, rows / 2);
        assertThat(newest.get(newest.size() - 1)).startsWith("1970-01-01T00:00:00.019Z,");
        assertThat(time(newest.get(1))).isEqualTo(time(older.get(older.size() - 1)) + 1);
    }

    private static long time(String row) {
        return Instant.parse(row.substring(0, row.indexOf(','))).toEpochMilli();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNumberThatAnotherProcessHasByNowIsNotTheMonitor() throws IOException {
        MonitorFolder folder = new MonitorFolder(home.toFile());
        try (var lock = folder.lock()) {
            state(folder, 1).write(0, 0, null);
            MonitorStatus other = MonitorStatus.read(folder);
            assertThat(other).isNotNull();
            assertThat(other.running()).isFalse();

            state(folder, Objects.requireNonNull(ProcessStat.now()).startTicks())
                    .write(0, 0, null);
            MonitorStatus own = MonitorStatus.read(folder);
            assertThat(own).isNotNull();
            assertThat(own.running()).isTrue();
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void withoutTheLockNobodyRuns() throws IOException {
        MonitorFolder folder = new MonitorFolder(home.toFile());
        assertThat(MonitorStatus.read(folder)).isNull();
        folder.create();
        state(folder, 1).write(3, 1000, "it cannot write: No space left on device");

        MonitorStatus status = MonitorStatus.read(folder);

        assertThat(status).isNotNull();
        assertThat(status.running()).isFalse();
        assertThat(status.samples()).isEqualTo(3);
        assertThat(status.end()).isEqualTo("it cannot write: No space left on device");
    }

    @Test
    void aStateThatIsBeingWrittenIsReadOnceItIsThere() throws Exception {
        MonitorFolder folder = new MonitorFolder(home.toFile());
        folder.create();
        Files.createFile(folder.state().toPath());
        FutureTask<@Nullable MonitorStatus> reading = new FutureTask<>(() -> MonitorStatus.read(folder));
        Thread reader = new Thread(reading);
        reader.start();
        while (reader.getState() != Thread.State.TIMED_WAITING && reader.isAlive()) {
            Thread.onSpinWait();
        }
        state(folder, 1).write(7, 1000, "the time was up");

        assertThat(reading.get()).isNotNull().extracting(MonitorStatus::samples).isEqualTo(7L);
    }

    @Test
    void anUnknownFigureIsEmptyAndNull() {
        MachineSample sample = new MachineSample(0, Map.of(MachineFigure.CPU_PERCENT, 12.5), "java node");

        assertThat(SampleText.csv(sample))
                .startsWith("1970-01-01T00:00:00.000Z,,,,12.5,,")
                .endsWith(",\"java node\"\r\n");
        assertThat(SampleText.json(sample, "h", "s"))
                .startsWith("{\"kind\":\"machine\",\"timestamp\":\"1970-01-01T00:00:00.000Z\"")
                .contains("\"cpu_percent\":12.5,\"load\":null")
                .endsWith("\"top\":\"java node\"}\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theProbeKnowsTheMachineAndAProcess() throws IOException {
        Files.writeString(home.resolve("agent.log"), "x".repeat(1 << 20));
        MachineProbe probe = new MachineProbe(
                home.toFile(), home.toFile(), ProcessHandle.current().pid());

        MachineSample sample = probe.sample(5);

        assertThat(sample.timeMillis()).isEqualTo(5);
        assertThat(sample.figures())
                .containsKeys(
                        MachineFigure.MEMORY_TOTAL_MB,
                        MachineFigure.MEMORY_AVAILABLE_MB,
                        MachineFigure.LOAD,
                        MachineFigure.DISK_FREE_MB,
                        MachineFigure.PROCESSES,
                        MachineFigure.CONNECTIONS,
                        MachineFigure.NETWORK_SENT_BYTES,
                        MachineFigure.PID_CPU_PERCENT,
                        MachineFigure.PID_MEMORY_MB);
        assertThat(sample.of(MachineFigure.HOME_LOGS_MB)).isEqualTo(1.0);
        assertThat(TopPrograms.byMemory()).isNotEmpty().doesNotContain("(");
    }

    private MonitorState state(MonitorFolder folder, long ticks) {
        MonitorOrder order = new MonitorOrder(
                home.toFile(), "s", 100, 0, home.toFile(), 0, new MonitorOrder.Limits(null, null, null));
        return new MonitorState(folder, order, ProcessHandle.current().pid(), ticks, 0);
    }
}
