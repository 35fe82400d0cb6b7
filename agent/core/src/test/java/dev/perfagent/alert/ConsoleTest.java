package dev.perfagent.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    private static final String NO_LINK = "/nonexistent";

    @Test
    void allAlertsAreOneWrite() {
        List<byte[]> writes = new ArrayList<>();
        PrintStream err = stream(new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                writes.add(new String(bytes, offset, length, UTF_8).getBytes(UTF_8));
            }
        });

        assertThat(new Console(err, true, false, 0).say(List.of(SampleAlerts.SLOW, SampleAlerts.CACHE)))
                .isTrue();

        assertThat(writes).hasSize(1);
        assertThat(new String(writes.get(0), UTF_8))
                .startsWith("⚠️  PERFORMANCE ALERT: ")
                .endsWith("   Recommendation: Enlarge it." + System.lineSeparator())
                .hasLineCount(5);
    }

    @Test
    void nothingToSayIsNoWrite() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(new Console(stream(out), false, false, 0).say(List.of())).isTrue();
        assertThat(out.toByteArray()).isEmpty();
    }

    @Test
    void aRemarkIsALineOfOurs() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Console(stream(out), true, true, 40).remark("no \u001b[0m\n in it");

        assertThat(out.toString(UTF_8)).isEqualTo("perf-agent: no \\u001b[0m\\u000a in it" + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "20, 20", "19, 0", "'', 0", ", 0", "8O, 0", "-80, 0", "99999, 0"})
    void theWidthIsThatOfATerminalWhoseShellTellsIt(@Nullable String columns, int width) {
        assertThat(Console.width(columns, "/dev/pts/987654")).isEqualTo(width);
        assertThat(Console.width(columns, "/dev/null")).isZero();
    }

    @Test
    void aBrokenStreamBreaksNothing() {
        List<Alert> alerts = List.of(SampleAlerts.SLOW);
        PrintStream failing = stream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        });
        PrintStream throwing = stream(new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("closed by the application");
            }
        });

        assertThat(new Console(failing, true, false, 0).say(alerts)).isFalse();
        assertThat(new Console(throwing, true, false, 0).say(alerts)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ANSI_X3.4-1968, US-ASCII, true",
        "utf8, , US-ASCII, true",
        "ANSI_X3.4-1968, UTF-8, UTF-8, false",
        "Cp1252, UTF-8, UTF-8, false",
        ", UTF-8, UTF-8, true",
        ", , UTF-8, true",
        ", ANSI_X3.4-1968, US-ASCII, false",
        ", ANSI_X3.4-1968, UTF-8, false",
        ", UTF-8, ISO-8859-1, false"
    })
    void unicodeIsForStreamsThatCanSayIt(
            @Nullable String ofStream, @Nullable String ofPlatform, String standard, boolean unicode) {
        assertThat(Console.showsUnicode(ofStream, ofPlatform, standard)).isEqualTo(unicode);
    }

    @ParameterizedTest
    @CsvSource({
        ", xterm, , false",
        ", xterm, 1, true",
        ", , 1, true",
        ", xterm, 0, false",
        ", xterm, '', false",
        "1, xterm, 1, false",
        "'', xterm, 1, true",
        ", dumb, 1, false"
    })
    void colourIsForcedOrForATerminal(
            @Nullable String noColor, @Nullable String term, @Nullable String forced, boolean color) {
        assertThat(Console.showsColor(noColor, term, forced, NO_LINK)).isEqualTo(color);
    }

    @Test
    void aTerminalIsKnownByItsDevice() {
        assertThat(Console.showsColor(null, "xterm", null, "/dev/pts/987654")).isTrue();
        assertThat(Console.showsColor(null, "xterm", null, "/dev/null")).isFalse();
        assertThat(Console.showsColor("1", "xterm", null, "/dev/pts/987654")).isFalse();
    }

    @Test
    void theProcessesOwnStreamIsAskedForItsCharset() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(out, true, Charset.defaultCharset());

        assertThat(Console.of(err).say(List.of(SampleAlerts.SLOW))).isTrue();
        assertThat(out.toString(Charset.defaultCharset())).contains("PERFORMANCE ALERT");
    }

    private static PrintStream stream(OutputStream out) {
        return new PrintStream(out, true, UTF_8);
    }
}
