package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KilledRunsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant REFRESHED = Instant.parse("2026-11-20T23:59:59.5Z");
    private static final SampleRun RUN = SampleRun.plain("a", "2026-11-20T23:59:00.000Z");

    @Test
    void aRunWhoseProcessIsGoneIsKeptAsKilled(@TempDir Path home) throws IOException {
        Path marker = marker(home, 77);

        Recovery recovery = recover(home);

        assertThat(recovery).isEqualTo(new Recovery(1, null));
        assertThat(marker).doesNotExist();
        RawRun raw = onlyRun(home);
        StoredRun run = raw.run();
        assertThat(run.killed()).isTrue();
        assertThat(run.exitCode()).isNull();
        assertThat(run.totalMs()).isEqualTo(59_500);
        assertThat(run.end()).isEqualTo(Instant.parse("2026-11-20T23:59:59.500Z"));
        assertThat(raw.json()).doesNotContain("start_ticks", "refreshed", "\"pid\"");
        assertThat(new SampleHome(home).historyFile("2026-11-20", "build-7")).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerCanReadIt(@TempDir Path home) throws IOException {
        marker(home, 77);

        recover(home);

        Path file = new SampleHome(home).historyFile("2026-11-20", "build-7");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file.resolveSibling(".").normalize()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aRunThatGoesOnIsLeftAlone(@TempDir Path home) throws IOException {
        Path marker = marker(home, 78);

        assertThat(recover(home, Set.of(78L), "build-7")).isEqualTo(new Recovery(0, null));
        assertThat(marker).exists();
        assertThat(home.resolve("history")).doesNotExist();
    }

    @Test
    void aCrashAfterTheRunWasStoredIsMadeGood(@TempDir Path home) throws IOException {
        new SampleHome(home).add(RUN);
        Path marker = marker(home, 77);

        recover(home);

        assertThat(marker).doesNotExist();
        assertThat(onlyRun(home).fields().text("outcome")).isEqualTo("success");
    }

    @Test
    void aLineThatWasCutOffIsNotContinued(@TempDir Path home) throws IOException {
        SampleHome.append(new SampleHome(home).historyFile("2026-11-20", "build-7"), "{\"execution_id\":\"a\",\"ti");
        marker(home, 77);

        recover(home);

        assertThat(onlyRun(home).run().killed()).isTrue();
    }

    @Test
    void twoToolsAtOnceStoreItOnce(@TempDir Path home) throws Exception {
        for (int pid = 1; pid <= 40; pid++) {
            SampleRun run = SampleRun.plain("run-" + pid + ".", "2026-11-20T10:00:00Z");
            new SampleHome(home).marker(pid, run.marker(pid, 1L, REFRESHED));
        }
        ExecutorService tools = Executors.newFixedThreadPool(4);
        List<Callable<Recovery>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> recover(home));
        }

        int recovered = 0;
        for (Future<Recovery> recovery : tools.invokeAll(calls)) {
            assertThat(recovery.get().problem()).isNull();
            recovered += recovery.get().recovered();
        }
        tools.shutdown();

        assertThat(recovered).isEqualTo(40);
        assertThat(Files.readAllLines(new SampleHome(home).historyFile("2026-11-20", "build-7")))
                .hasSize(40);
    }

    @Test
    void whoComesWhileAnotherStoresThemReadsTheMarkersAndDoesNotWait(@TempDir Path home) throws IOException {
        Path marker = marker(home, 77);
        Path lockFile = marker.resolveSibling("recovery.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            Recovery recovery = recover(home);
            assertThat(recovery.problem()).isNull();
            assertThat(recovery.another()).isTrue();
            assertThat(killed(home).unstored()).hasSize(1);
        }
        assertThat(marker).exists();

        assertThat(recover(home).recovered()).isEqualTo(1);
    }

    @Test
    void aRunThatIsStoredAfterItsMarkerWasReadCountsOnce(@TempDir Path home) throws IOException {
        marker(home, 77);
        for (int pid = 1; pid <= 3; pid++) {
            SampleRun other = SampleRun.plain("other" + pid, "2026-11-20T10:00:00Z");
            new SampleHome(home).marker(pid, other.marker(pid, 1L, REFRESHED));
        }
        History history = new History(home);
        history.addUnstored(killed(home));
        assertThat(ids(history)).containsExactlyInAnyOrder("a", "other1", "other2", "other3");

        new SampleHome(home).add(RUN); // in order after all
        recover(home);

        assertThat(ids(history)).containsExactlyInAnyOrder("a", "other1", "other2", "other3");
        assertThat(history.<List<String>>collect(
                        RunSelection.ALL, Collectors.mapping(StoredRun::id, Collectors.toList())))
                .containsExactlyInAnyOrder("a", "other1", "other2", "other3");
        assertThat(history.newest(RunQuery.newest(10)))
                .extracting(RawRun::id)
                .containsExactlyInAnyOrder("a", "other1", "other2", "other3");
        assertThat(history.ofId("a", 2).get(0).run().killed()).isFalse();
    }

    private static List<String> ids(History history) throws IOException {
        List<String> ids = new ArrayList<>();
        history.read(RunSelection.ALL, run -> ids.add(run.id()));
        return ids;
    }

    @Test
    void aMarkerOfAYearThatNoRunCanHaveIsNotStored(@TempDir Path home) throws IOException {
        for (String time :
                new String[] {"+999999999-12-31T00:00:00Z", "1999-12-31T23:59:59.999Z", "-0001-01-01T00:00:00Z"}) {
            SampleRun run = SampleRun.plain("a", time);
            Path marker = new SampleHome(home).marker(77, run.marker(77, 1L, REFRESHED));

            assertThat(recover(home)).as(time).isEqualTo(new Recovery(0, null));
            assertThat(home.resolve("history")).as(time).doesNotExist();
            Files.delete(marker);
        }
    }

    @Test
    void aProcessOfAnotherMachineIsGoneWhenItsMarkerIsOld(@TempDir Path home) throws IOException {
        marker(home, 77);
        SampleRun fresh = SampleRun.plain("b", "2026-11-22T09:59:00Z");
        Path other = new SampleHome(home).marker(78, fresh.marker(78, 5L, NOW.minusSeconds(60)));

        assertThat(recover(home, Set.of(), "another").recovered()).isEqualTo(1);
        assertThat(other).exists();
    }

    @Test
    void aMarkerOfALaterVersionIsLeftToIt(@TempDir Path home) throws IOException {
        Path marker = new SampleHome(home).marker(77, "{\"schema\":2,\"pid\":77}");

        assertThat(recover(home)).isEqualTo(new Recovery(0, null));
        assertThat(marker).exists();
    }

    @Test
    void halfAMarkerGoesWhenItIsOld(@TempDir Path home) throws IOException {
        Path marker = new SampleHome(home).marker(77, "{\"schema\":1,\"pi");
        Files.setLastModifiedTime(marker, FileTime.from(NOW.minusSeconds(3)));
        recover(home);
        assertThat(marker).exists();

        Files.setLastModifiedTime(marker, FileTime.from(NOW.minusSeconds(90_000)));
        recover(home);
        assertThat(marker).doesNotExist();
    }

    @Test
    void whatCannotBeStoredStaysForTheNextTime(@TempDir Path home) throws IOException {
        Path marker = marker(home, 77);
        Files.writeString(home.resolve("history"), "not a folder");

        assertThat(recover(home).problem()).isNotNull();
        assertThat(marker).exists();
    }

    private static Path marker(Path home, long pid) throws IOException {
        return new SampleHome(home).marker(pid, RUN.marker(pid, 5L, REFRESHED));
    }

    private static Recovery recover(Path home) {
        return recover(home, Set.of(), "build-7");
    }

    private static Recovery recover(Path home, Set<Long> alive, String host) {
        return new KilledRuns(home, new FixedLiveness(alive, host), Clock.fixed(NOW, ZoneOffset.UTC)).recover();
    }

    private static KilledRuns killed(Path home) {
        return new KilledRuns(home, new FixedLiveness(Set.of(), "build-7"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static RawRun onlyRun(Path home) throws IOException {
        List<RawRun> runs = new History(home).newest(RunQuery.newest(10));
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }
}
