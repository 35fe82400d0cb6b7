package dev.perfagent.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
    private static final String END = System.lineSeparator();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Annotations annotations = new Annotations(new PrintStream(out, true, UTF_8), true);

    @Test
    void eachAlertIsOneOfItsSeverityTheWorstFirst() {
        Alert critical = new Alert(
                Measure.PHASE_TIME, Severity.CRITICAL, "p", 2100, 1500, null, "3 runs", List.of("Look.", "Up."));

        assertThat(annotations.say("ghpm", List.of(SampleAlerts.SLOW, SampleAlerts.API_CACHE, critical)))
                .isTrue();

        assertThat(out.toString(UTF_8))
                .isEqualTo("::error title=ghpm%3A PERFORMANCE ALERT%3A Phase 'p' took longer than its target::"
                        + "Current: 2.1s | Threshold: 1.5s%0AEvidence: 3 runs%0ARecommendation: Look." + END
                        + "::warning title=ghpm%3A PERFORMANCE ALERT%3A Command 'batch' execution time exceeded"
                        + " threshold::Current: 3.2s | Threshold: 2.0s | Baseline: 1.8s%0ARecommendation: Phase"
                        + " 'data_fetching' took 2.1s of 3.2s." + END
                        + "::warning title=ghpm%3A OPTIMIZATION TIP%3A API cache hit rate is 45%25 (target%3A 70%25)::"
                        + "ghpm: OPTIMIZATION TIP: API cache hit rate is 45%25 (target: 70%25)" + END);
    }

    @Test
    void whatIsOverIsNoticed() {
        annotations.say(
                "ghpm", List.of(new Alert(Measure.TIME, Severity.RESOLVED, "b", 1800, 2000, null, null, List.of())));

        assertThat(out.toString(UTF_8))
                .isEqualTo("::notice title=ghpm%3A RESOLVED%3A Command 'b' execution time is within its limit again::"
                        + "Current: 1.8s | Threshold: 2.0s" + END);
    }

    @Test
    void whatTheRunnerWouldTakeForItsOwnIsEscaped() {
        String name = "50%, a:b\r\n::error::x\u001b[31m\u202e ##[error]y";
        annotations.say("app", List.of(SampleAlerts.alert(Measure.PHASE_TIME, name, 2, 1, null, "Do " + name)));

        assertThat(out.toString(UTF_8))
                .isEqualTo("::warning title=app%3A PERFORMANCE ALERT%3A Phase"
                        + " '50%25%2C a%3Ab\\u000d\\u000a%3A%3Aerror%3A%3Ax\\u001b[31m\\u202e #\\u0023[error]y'"
                        + " took longer than its target::Current: 2ms | Threshold: 1ms%0ARecommendation: Do"
                        + " 50%25, a:b\\u000d\\u000a::error::x\\u001b[31m\\u202e #\\u0023[error]y" + END);
    }

    @Test
    void manyAreAFewAndTheRestInOne() {
        List<Alert> many = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            many.add(SampleAlerts.alert(Measure.PHASE_TIME, "p" + i, 2100, 1500, null, "Look."));
        }
        annotations.say("ghpm", many);

        assertThat(out.toString(UTF_8).lines())
                .hasSize(Annotations.MOST)
                .last()
                .asString()
                .startsWith("::warning title=ghpm%3A 57 more alerts::PERFORMANCE ALERT: Phase 'p4' took")
                .endsWith("target%0APERFORMANCE ALERT: Phase 'p60' took longer than its target");
    }

    @Test
    void longNamesMakeNoLongTitle() {
        annotations.say("ghpm", List.of(SampleAlerts.alert(Measure.PHASE_TIME, "%".repeat(5000), 2, 1, null, null)));

        String title = out.toString(UTF_8).split("::", -1)[1];
        assertThat(title.replace("%25", "%").replace("%3A", ":")).hasSizeLessThan(255);
    }

    @Test
    void aBrokenStreamBreaksNothing() {
        PrintStream failing = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                },
                true,
                UTF_8);

        assertThat(new Annotations(failing, true).say("ghpm", List.of(SampleAlerts.SLOW)))
                .isFalse();
    }
}
