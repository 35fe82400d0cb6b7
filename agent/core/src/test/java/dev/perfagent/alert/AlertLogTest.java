package dev.perfagent.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.perfagent.run.Run;
import dev.perfagent.threshold.JudgedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertLogTest {
    private static final Run RUN =
            JudgedRun.took(3200).alerted(SampleAlerts.SLOW, SampleAlerts.CACHE).run();
    private static final String BLOCKS = """
            2026-11-20T10:30:15.123Z warning performance_degradation 0193-abc ghpm: batch
            ⚠️  PERFORMANCE ALERT: Command 'batch' execution time exceeded threshold
               Current: 3.2s | Threshold: 2.0s | Baseline: 1.8s
               Recommendation: Phase 'data_fetching' took 2.1s of 3.2s.

            2026-11-20T10:30:15.123Z warning cache_hit_rate_low 0193-abc ghpm: batch
            💡 OPTIMIZATION TIP: Cache 'fields' hit rate is 45% (target: 70%)
               Recommendation: Enlarge it.

            """;

    private final Path folder;
    private final Path file;

    AlertLogTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("alerts.log");
    }

    @Test
    void everyAlertIsABlock() throws IOException {
        log().append(RUN, RUN.alerts());
        log().append(RUN, RUN.alerts());

        assertThat(file).hasContent(BLOCKS + BLOCKS);
        assertThat(Files.readString(file)).isEqualTo(BLOCKS + BLOCKS);
    }

    @Test
    void withoutAnAlertTheLogIsNotTouched() throws IOException {
        log().append(RUN, List.of());

        assertThat(file).doesNotExist();
    }

    @Test
    void whereTheCommandBeginsCanBeTold() throws IOException {
        Run run = JudgedRun.took(1).named("a: b:", "c: d").run();
        log().append(run, List.of(SampleAlerts.CACHE));

        assertThat(Files.readAllLines(file)).first().asString().endsWith(" a\\u003a b:: c: d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-11-20T10:30:15.123Z warning\n"})
    void aBlockAfterOneThatWasCutOffBeginsAfresh(String cut) throws IOException {
        Files.writeString(file, cut);
        log().append(RUN, RUN.alerts());

        assertThat(Files.readString(file)).isEqualTo(cut.strip() + "\n\n" + BLOCKS);
    }

    @Test
    void hostileNamesForgeNoBlock() throws IOException {
        Run hostile = JudgedRun.took(1).named("a\n\n2026", "b\r\u001b[0m\u2028").run();
        log().append(hostile, List.of(SampleAlerts.CACHE));

        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .first()
                .asString()
                .endsWith(" a\\u000a\\u000a2026: b\\u000d\\u001b[0m\\u2028");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNewLogIsForItsOwnerOnly() throws IOException {
        log().append(RUN, RUN.alerts());

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aFullLogIsPutAsideInPlaceOfTheOneBefore() throws IOException {
        long fits = AlertLog.MAX_BYTES - BLOCKS.getBytes(UTF_8).length;
        Files.writeString(folder.resolve("alerts.log.1"), "the one before");

        Files.writeString(file, "x".repeat((int) fits - 2) + "\n\n");
        log().append(RUN, RUN.alerts());
        assertThat(file).hasSize(AlertLog.MAX_BYTES);
        assertThat(folder.resolve("alerts.log.1")).hasContent("the one before");

        log().append(RUN, RUN.alerts());
        assertThat(Files.readString(file)).isEqualTo(BLOCKS);
        assertThat(folder.resolve("alerts.log.1")).hasSize(AlertLog.MAX_BYTES);
        assertThat(folder.resolve("alerts.log.lock")).doesNotExist();
    }

    @Test
    void whileAnotherProcessRotatesTheFullLogIsAppendedTo() throws IOException {
        Path lock = Files.createFile(folder.resolve("alerts.log.lock"));
        Files.writeString(file, "x".repeat((int) AlertLog.MAX_BYTES));

        log().append(RUN, RUN.alerts());

        assertThat(Files.readString(file)).endsWith(BLOCKS).hasSizeGreaterThan((int) AlertLog.MAX_BYTES);
        assertThat(lock).exists();
    }

    @Test
    void theLockOfADeadProcessIsRemoved() throws IOException {
        Path lock = Files.createFile(folder.resolve("alerts.log.lock"));
        assertThat(lock.toFile().setLastModified(1_000_000)).isTrue();
        Files.writeString(file, "x".repeat((int) AlertLog.MAX_BYTES));

        log().append(RUN, RUN.alerts());
        log().append(RUN, RUN.alerts());

        assertThat(Files.readString(file)).isEqualTo(BLOCKS);
    }

    @Test
    void aLogThatCannotBePutAsideIsAppendedToAndReported() throws IOException {
        Files.createDirectories(folder.resolve("alerts.log.1/occupied"));
        Files.writeString(file, "x".repeat((int) AlertLog.MAX_BYTES));

        assertThatIOException()
                .isThrownBy(() -> log().append(RUN, RUN.alerts()))
                .withMessageContaining("aside");

        assertThat(Files.readString(file)).endsWith(BLOCKS);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsRefused() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "untouched");
        Files.createSymbolicLink(file, target);

        assertThatIOException().isThrownBy(() -> log().append(RUN, RUN.alerts()));
        assertThat(target).hasContent("untouched");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToNothingIsRefusedToo() throws IOException {
        Files.createSymbolicLink(file, folder.resolve("target"));

        assertThatIOException().isThrownBy(() -> log().append(RUN, RUN.alerts()));
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderReachedThroughALinkIsFine() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        AlertLog log = new AlertLog(link.resolve("alerts.log").toFile());

        log.append(RUN, RUN.alerts());
        log.append(RUN, RUN.alerts());

        assertThat(Files.readString(real.resolve("alerts.log"))).isEqualTo(BLOCKS + BLOCKS);
    }

    @Test
    void aFolderInItsPlaceOrNoFolderAroundItIsReported() throws IOException {
        Files.createDirectory(file);

        assertThatIOException().isThrownBy(() -> log().append(RUN, RUN.alerts()));
        assertThatIOException()
                .isThrownBy(() -> new AlertLog(folder.resolve("none/alerts.log").toFile()).append(RUN, RUN.alerts()));
    }

    @RepeatedTest(20)
    void blocksOfManyWritersAreNeverTornAndNeverLost() throws Exception {
        int writers = 8;
        int appends = 400;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            done.add(threads.submit(() -> {
                AlertLog log = log();
                for (int i = 0; i < appends; i++) {
                    log.append(RUN, RUN.alerts());
                }
                return null;
            }));
        }
        for (Future<?> writer : done) {
            writer.get();
        }
        threads.shutdown();

        // More than one log and less than two: rotated once, so that nothing is let go.
        long bytes = (long) writers * appends * BLOCKS.getBytes(UTF_8).length;
        assertThat(bytes).isBetween(AlertLog.MAX_BYTES, 2 * AlertLog.MAX_BYTES - writers * 1024L);
        String all = Files.readString(folder.resolve("alerts.log.1")) + Files.readString(file);
        // A block that is just being written looks as one that was cut off: the next one then has an empty line before
        // it.
        assertThat(all.replace(BLOCKS, "")).isBlank();
    }

    private AlertLog log() {
        return new AlertLog(file.toFile());
    }
}
