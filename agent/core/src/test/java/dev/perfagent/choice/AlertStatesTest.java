package dev.perfagent.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.choice.AlertStates.Entry;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertStatesTest {
    private static final Entry OPEN =
            new Entry(Measure.CACHE_HIT_RATE, "my fields", 3, 0, true, true, 123_456, Severity.CRITICAL, 0.7);

    @Test
    void whatIsWrittenComesBack() {
        Entry silent = new Entry(Measure.TIME, "batch", 0, 2, true, false, 0, Severity.WARNING, 1500.125);
        Entry closed = new Entry(Measure.PHASE_TIME, "", 1, 0, false, false, 9, Severity.WARNING, 1e-3);

        assertThat(AlertStates.parse(OPEN.line() + '\n' + silent.line() + '\n' + closed.line() + '\n')
                        .entries())
                .containsExactly(OPEN, silent, closed);
    }

    @Test
    void theLastLineOfAnAlertHolds() {
        Entry later = new Entry(Measure.CACHE_HIT_RATE, "my fields", 0, 1, true, true, 7, Severity.WARNING, 0.7);

        assertThat(AlertStates.parse(OPEN.line() + '\n' + later.line() + '\n').entries())
                .containsExactly(later);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "1 0 T 5\n",
                "x 0 T 5 warning 1.0 time batch\n",
                "1 0 T 5 severe 1.0 time batch\n",
                "1 0 T 5 warning 1.0 nothing batch\n",
                "\u0000\u0000\u0000\n",
                "1 0 T 5 warning 1.0 time torn"
            })
    void aDamagedLineIsPassedOver(String damaged) {
        assertThat(AlertStates.parse(OPEN.line() + '\n' + damaged).entries()).containsExactly(OPEN);
    }

    @Test
    void aNameCannotForgeALine() {
        String forged = "a\n9 9 T 9 critical 1.0 time batch";
        Entry entry = new Entry(Measure.TIME, forged, 1, 0, true, true, 5, Severity.WARNING, 1);

        AlertStates standing = AlertStates.parse(entry.line() + '\n');

        assertThat(standing.entries()).hasSize(1);
        assertThat(standing.find(Measure.TIME, forged)).isNotNull();
    }

    @Test
    void inShortItIsOneLineAnAlertAndBounded() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            lines.append(new Entry(Measure.PHASE_TIME, "p" + i, 1, 0, true, true, 5, Severity.WARNING, 1).line())
                    .append('\n')
                    .append(OPEN.line())
                    .append('\n');
        }
        Entry over = new Entry(Measure.TIME, "batch", 0, 0, false, false, 5, Severity.WARNING, 1);
        lines.append(over.line()).append('\n');

        String text = AlertStates.parse(lines.toString()).text(1_000L * 366 * 24 * 60 * 60 + 10);

        assertThat(text.lines()).hasSizeLessThanOrEqualTo(AlertStates.MOST);
        assertThat(text).contains(OPEN.line()).doesNotContain(over.line());
        assertThat(AlertStates.parse(text).text(0)).isEqualTo(text);
    }
}
