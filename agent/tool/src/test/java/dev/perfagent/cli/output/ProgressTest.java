package dev.perfagent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
    private long millis;

    @Test
    void longWorkIsToldAndWipedAtTheEnd() {
        try (Progress progress = progress(true)) {
            at(progress, 900, 10);
            assertThat(text()).isEmpty();
            at(progress, 1000, 20);
            at(progress, 1100, 30);
            at(progress, 1300, 100);
            assertThat(text()).isEqualTo("\rReading: 20 %\rReading: 100 %");
        }
        assertThat(text()).endsWith("\r" + " ".repeat("Reading: 100 %".length()) + "\r");
    }

    @Test
    void nothingIsWrittenWhereNobodyLooks() {
        try (Progress progress = progress(false)) {
            at(progress, 5000, 50);
        }
        assertThat(text()).isEmpty();
    }

    private Progress progress(boolean terminal) {
        return new Progress(err, "Reading", () -> terminal, () -> TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void at(Progress progress, long time, long done) {
        millis = time;
        progress.at(done, 100);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
