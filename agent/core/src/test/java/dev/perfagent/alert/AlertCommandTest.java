package dev.perfagent.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertOrigin;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.JudgedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its programs here are shell scripts")
class AlertCommandTest {
    private static final Run RUN = JudgedRun.took(3200).run();
    private static final long MOST_NANOS = 300_000_000_000L;

    private final Path folder;
    private final Path outbox;
    private final Path got;

    AlertCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.outbox = folder.resolve("home/outbox");
        this.got = folder.resolve("got");
    }

    @Test
    void theProgramGetsTheAlertsAsJson() throws IOException {
        start("cat", List.of(SampleAlerts.SLOW));

        assertThat(awaitGot())
                .isEqualTo("{\"schema\":1,\"execution_id\":\"0193-abc\",\"timestamp\":\"2026-11-20T10:30:11.923Z\","
                        + "\"end_timestamp\":\"2026-11-20T10:30:15.123Z\",\"application\":\"ghpm\","
                        + "\"application_version\":\"2.0.0\",\"command\":\"batch\",\"outcome\":\"success\","
                        + "\"exit_code\":null,\"total_ms\":3200.0,\"host\":null,\"ci\":null,"
                        + SAMPLE_ALERT + "\"omitted_alerts\":0}\n");
    }

    private static final String SAMPLE_ALERT =
            "\"alerts\":[{\"type\":\"performance_degradation\",\"measure\":\"time\",\"severity\":\"warning\","
                    + "\"subject\":\"batch\",\"current\":3200.0,\"threshold\":2000.0,\"baseline\":1800.0,"
                    + "\"unit\":\"ms\",\"evidence\":null,\"tip\":\"Phase 'data_fetching' took 2.1s of 3.2s.\","
                    + "\"tips\":[\"Phase 'data_fetching' took 2.1s of 3.2s.\"]}],";

    @Test
    void theProgramIsNotMeasuredAndNotInAFolderOfTheUsers() throws IOException {
        start("echo \"$PERF_AGENT_ENABLED $1 $2 $PWD\"", List.of(SampleAlerts.SLOW));

        assertThat(awaitGot()).isEqualTo("false a b $HOME " + outbox.toRealPath() + "\n");
    }

    @Test
    void itsInputIsGoneOnceItHasItOpen() throws IOException {
        start("cat", List.of(SampleAlerts.SLOW));

        assertThat(outbox).isEmptyDirectory();
        assertThat(Files.getPosixFilePermissions(outbox)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        awaitGot();
    }

    @Test
    void whatAnEarlierOneCouldNotDeleteIsDeletedLater() throws IOException {
        Files.createDirectories(outbox);
        Path old = Files.createFile(outbox.resolve("old.json"));
        Path fresh = Files.createFile(outbox.resolve("fresh.json"));
        assertThat(old.toFile().setLastModified(1_000_000)).isTrue();

        start("cat", List.of(SampleAlerts.SLOW));

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        awaitGot();
    }

    @Test
    void moreThanTheMostIsCutAndCounted() throws IOException {
        Alert alert = SampleAlerts.alert(Measure.PHASE_TIME, "p", 2, 1, null, "x".repeat(500));
        start("cat", Collections.nCopies(100, alert));

        assertThat(awaitGot()).endsWith("],\"omitted_alerts\":50}\n").hasSizeLessThanOrEqualTo(AlertCommand.MAX_BYTES);
    }

    @Test
    void oneThatIsTooLongByItselfIsNotHandedOn() throws IOException {
        Alert alert = SampleAlerts.alert(Measure.PHASE_TIME, "p", 2, 1, null, "x".repeat(100_000));

        assertThatIOException().isThrownBy(() -> start("cat", List.of(alert)));
        assertThat(outbox).isEmptyDirectory();
        assertThat(got).doesNotExist();
    }

    @Test
    void aProgramThatIsMissingOrMayNotRunIsNamed() throws IOException {
        Path missing = folder.resolve("missing");
        Path plain = Files.writeString(folder.resolve("plain"), "#!/bin/sh\n");

        for (Path program : List.of(missing, plain)) {
            assertThatIOException()
                    .isThrownBy(() -> new AlertCommand(List.of(program.toString()), outbox.toFile())
                            .start(AlertOrigin.of(RUN), List.of(SampleAlerts.SLOW)))
                    .withMessageContaining(program.toString());
        }
        assertThat(outbox).isEmptyDirectory();
    }

    private void start(String script, List<Alert> alerts) throws IOException {
        Path program = Files.writeString(
                folder.resolve("told"),
                "#!/bin/sh\n{ " + script + "; } >'" + got + ".part' && mv '" + got + ".part' '" + got + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        new AlertCommand(List.of(program.toString(), "a b", "$HOME"), outbox.toFile())
                .start(AlertOrigin.of(RUN), alerts);
    }

    private String awaitGot() throws IOException {
        long until = System.nanoTime() + MOST_NANOS;
        while (!Files.exists(got) && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000);
        }
        return Files.readString(got);
    }
}
