package dev.perfagent.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertTextTest {
    private static final AlertText UNICODE = new AlertText(true, false, 0);
    private static final AlertText ASCII = new AlertText(false, false, 0);

    @Test
    void inUnicode() {
        assertThat(text(UNICODE)).isEqualTo("""
                ⚠️  PERFORMANCE ALERT: Command 'batch' execution time exceeded threshold
                   Current: 3.2s | Threshold: 2.0s | Baseline: 1.8s
                   Recommendation: Phase 'data_fetching' took 2.1s of 3.2s.
                ⚠️  PERFORMANCE ALERT: Phase 'data_fetching' took longer than its target
                   Current: 2.1s | Threshold: 1.5s
                   Recommendation: Look at it.
                ⚠️  MEMORY ALERT: Command 'batch' grew the heap beyond its threshold
                   Current: 1.2 GB | Threshold: 100 MB
                   Recommendation: Keep less.
                ⚠️  API USAGE ALERT: Command 'batch' made more GitHub requests than its limit
                   Current: 62 requests | Threshold: 50 requests
                   Recommendation: Ask less.
                ⚠️  RATE LIMIT ALERT: GitHub rate limit 'core' is nearly used up
                   Current: 85% | Threshold: 80%
                   Recommendation: Wait.
                💡 OPTIMIZATION TIP: Cache 'fields' hit rate is 45% (target: 70%)
                   Recommendation: Enlarge it.
                💡 OPTIMIZATION TIP: API cache hit rate is 45% (target: 70%)
                """);
    }

    @Test
    void whatIsToldAndWhatIsOverOfEachMeasure() {
        StringBuilder titles = new StringBuilder();
        for (Measure measure : Measure.values()) {
            for (Severity severity : List.of(Severity.WARNING, Severity.RESOLVED)) {
                titles.append(UNICODE.title(new Alert(measure, severity, "x", 2, 1, null, null, List.of())))
                        .append('\n');
            }
        }
        assertThat(titles.toString()).isEqualTo("""
                PERFORMANCE ALERT: Command 'x' execution time exceeded threshold
                RESOLVED: Command 'x' execution time is within its limit again
                PERFORMANCE ALERT: Command 'x' used more CPU time than before
                RESOLVED: Command 'x' CPU time is within its limit again
                PERFORMANCE ALERT: Phase 'x' took longer than its target
                RESOLVED: Phase 'x' time is within its limit again
                MEMORY ALERT: Command 'x' grew the heap beyond its threshold
                RESOLVED: Command 'x' heap growth is within its limit again
                MEMORY ALERT: Command 'x' used more heap at once than its limit
                RESOLVED: Command 'x' heap in use is within its limit again
                MEMORY ALERT: Command 'x' allocated more than its limit
                RESOLVED: Command 'x' allocation is within its limit again
                MEMORY ALERT: Command 'x' spent too much of its time on garbage collection
                RESOLVED: Command 'x' share of garbage collection is within its limit again
                API USAGE ALERT: Command 'x' made more GitHub requests than its limit
                RESOLVED: Command 'x' number of GitHub requests is within its limit again
                RATE LIMIT ALERT: GitHub rate limit 'x' is nearly used up
                RESOLVED: GitHub rate limit 'x' is within its limit again
                RATE LIMIT ALERT: Command 'x' waited long for GitHub's rate limit
                RESOLVED: Command 'x' time waited for GitHub is within its limit again
                OPTIMIZATION TIP: Cache 'x' hit rate is 200% (target: 100%)
                RESOLVED: Cache 'x' hit rate is within its limit again
                PROCESS ALERT: Command 'x' started more processes than its limit
                RESOLVED: Command 'x' number of processes is within its limit again
                ERROR ALERT: Command 'x' fails too often
                RESOLVED: Command 'x' error rate is within its limit again
                MACHINE ALERT: Little memory is available
                RESOLVED: Available memory is within its limit again
                MACHINE ALERT: Little disk space is left
                RESOLVED: Disk space is within its limit again
                MACHINE ALERT: The processors are busy
                RESOLVED: Load of the processors is within its limit again
                """);
    }

    @Test
    void inAscii() {
        assertThat(text(ASCII))
                .isEqualTo(text(UNICODE).replace("⚠️ ", "[!]").replace("💡", "[i]"))
                .matches(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text));
    }

    @Test
    void colourIsOfTheTitleAlone() {
        AlertText colored = new AlertText(false, true, 0);
        Alert critical =
                new Alert(Measure.PHASE_TIME, Severity.CRITICAL, "p", 2100, 1500, null, null, List.of("Look at it."));

        assertThat(colored.lines(critical))
                .containsExactly(
                        "\u001b[31m[!] PERFORMANCE ALERT: Phase 'p' took longer than its target\u001b[0m",
                        "   Current: 2.1s | Threshold: 1.5s",
                        "   Recommendation: Look at it.");
        assertThat(colored.lines(SampleAlerts.PHASE).get(0))
                .startsWith("\u001b[33m")
                .endsWith("\u001b[0m");
        assertThat(colored.lines(SampleAlerts.CACHE).get(0))
                .startsWith("\u001b[36m")
                .endsWith("\u001b[0m");
    }

    @Test
    void valuesThatReadAlikeAreToldExactly() {
        Alert close = SampleAlerts.alert(Measure.TIME, "b", 3000.4, 3000, 1800.0, null);

        assertThat(UNICODE.lines(close))
                .containsExactly(
                        "⚠️  PERFORMANCE ALERT: Command 'b' execution time exceeded threshold",
                        "   Current: 3000.4ms | Threshold: 3000ms | Baseline: 1.8s");
    }

    @ParameterizedTest
    @EnumSource
    void aHostileNameForgesNothing(Measure measure) {
        String name = "x\n⚠️  FORGED\r\u001b[2J\u202e\u2028'";
        Alert alert = SampleAlerts.alert(measure, name, 2, 1, null, "do " + name);

        for (AlertText text : List.of(UNICODE, ASCII)) {
            assertThat(text.lines(alert)).hasSizeBetween(2, 3).allSatisfy(line -> assertThat(line)
                    .doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\u202a-\u202e]"));
        }
        assertThat(String.join("\n", ASCII.lines(alert)))
                .matches(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text));
    }

    private static String text(AlertText form) {
        StringBuilder out = new StringBuilder();
        for (Alert alert : List.of(
                SampleAlerts.SLOW,
                SampleAlerts.PHASE,
                SampleAlerts.MEMORY,
                SampleAlerts.REQUESTS,
                SampleAlerts.LIMIT,
                SampleAlerts.CACHE,
                SampleAlerts.API_CACHE)) {
            for (String line : form.lines(alert)) {
                out.append(line).append('\n');
            }
        }
        return out.toString();
    }
}
