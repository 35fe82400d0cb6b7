package dev.perfagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingReaderTest {
    private final Object lock = new Object();

    @TempDir
    private Path folder;

    @Test
    void aWaitForALockBelongsToItsPhaseThoughTheClocksAreNotQuiteTheSame() throws Exception {
        Path recording = folder.resolve("jfr-pid-7-1.jfr");
        RecordedEvent wait = recordedWait(recording);
        long thread = wait.getThread().getJavaThreadId();
        long start = nanos(wait.getStartTime());
        long end = nanos(wait.getEndTime());

        for (long off : new long[] {-50_000, 0, 50_000}) {
            Files.writeString(
                    folder.resolve("phases-7.log"),
                    "A " + off + " 0\nB " + thread + ' ' + (start - 1000) + " contending\nE " + thread + ' '
                            + (end + 1000) + " contending\n");
            Profile profile = new Profile(ProfileEvent.LOCK);
            RecordingReader.addAll(folder, profile, events -> {});

            assertThat(profile.phase("contending").lockNanos())
                    .as("clocks %s ns apart", off)
                    .isEqualTo(wait.getDuration().toNanos());
        }
    }

    /** Of a thread that waits until this one has seen it waiting. */
    private RecordedEvent recordedWait(Path file) throws IOException, InterruptedException {
        try (Recording recording = new Recording()) {
            recording
                    .enable("jdk.JavaMonitorEnter")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.start();
            CountDownLatch begun = new CountDownLatch(1);
            Thread waiting = new Thread(() -> enter(begun), "waiting");
            synchronized (lock) {
                waiting.start();
                begun.await();
                long seen = 0;
                for (long now = System.nanoTime(); seen == 0 || now - seen < 5_000_000; now = System.nanoTime()) {
                    seen = seen == 0 && waiting.getState() == Thread.State.BLOCKED ? now : seen;
                    Thread.onSpinWait();
                }
            }
            waiting.join();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getThread() != null
                        && "waiting".equals(event.getThread().getJavaName()))
                .filter(event -> event.getDuration().toMillis() >= 4)
                .findFirst()
                .orElseThrow();
    }

    private void enter(CountDownLatch begun) {
        begun.countDown();
        synchronized (lock) {
            Thread.onSpinWait();
        }
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }
}
