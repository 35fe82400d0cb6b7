package dev.perfagent.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.AlertType;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    private static final AlertPolicies EVERYWHERE = AlertPolicies.standard();
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

        assertThat(new Console(err, true, false).say(List.of(SampleAlerts.SLOW, SampleAlerts.CACHE), EVERYWHERE))
                .isTrue();

        assertThat(writes).hasSize(1);
        assertThat(new String(writes.get(0), UTF_8))
                .startsWith("⚠️  PERFORMANCE ALERT: ")
                .endsWith("   Recommendation: Enlarge it." + System.lineSeparator())
                .hasLineCount(5);
    }

    @Test
    void onlyWhatHasTheConsoleAsAChannelIsSaid() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AlertPolicies policies = new AlertPolicies(Map.of(
                AlertType.PERFORMANCE_DEGRADATION, new AlertPolicy(true, 50.0, 1, Set.of(Channel.LOG)),
                AlertType.CACHE_HIT_RATE_LOW, new AlertPolicy(true, 70.0, 1, Set.of())));
        Console console = new Console(stream(out), false, false);

        assertThat(console.say(List.of(SampleAlerts.SLOW, SampleAlerts.CACHE), policies))
                .isTrue();
        assertThat(console.say(List.of(), policies)).isTrue();
        assertThat(out.toByteArray()).isEmpty();

        console.say(List.of(SampleAlerts.SLOW, SampleAlerts.PHASE), policies);
        assertThat(out.toString(UTF_8))
                .startsWith("[!] PERFORMANCE ALERT: Phase")
                .hasLineCount(3);
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

        assertThat(new Console(failing, true, false).say(alerts, EVERYWHERE)).isFalse();
        assertThat(new Console(throwing, true, false).say(alerts, EVERYWHERE)).isFalse();
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

        assertThat(Console.of(err).say(List.of(SampleAlerts.SLOW), EVERYWHERE)).isTrue();
        assertThat(out.toString(Charset.defaultCharset())).contains("PERFORMANCE ALERT");
    }

    private static PrintStream stream(OutputStream out) {
        return new PrintStream(out, true, UTF_8);
    }
}
