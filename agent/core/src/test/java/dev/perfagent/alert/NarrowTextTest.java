package dev.perfagent.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Alerts on a narrow terminal. */
class NarrowTextTest {
    @Test
    void linesAreBrokenAtBlanksAndIndented() {
        assertThat(text(new AlertText(true, false, 40))).isEqualTo("""
                ⚠️  PERFORMANCE ALERT: Command 'batch'
                     execution time exceeded threshold
                   Current: 3.2s | Threshold: 2.0s |
                     Baseline: 1.8s
                   Recommendation: Phase 'data_fetching'
                     took 2.1s of 3.2s.
                """);
    }

    @Test
    void inAsciiToo() {
        assertThat(text(new AlertText(false, false, 20))).isEqualTo("""
                [!] PERFORMANCE
                     ALERT: Command
                     'batch'
                     execution time
                     exceeded
                     threshold
                   Current: 3.2s |
                     Threshold: 2.0s
                     | Baseline:
                     1.8s
                   Recommendation:
                     Phase
                     'data_fetching'
                     took 2.1s of
                     3.2s.
                """);
    }

    @Test
    void eachLineOfATitleHasItsColour() {
        assertThat(new AlertText(false, true, 60).lines(SampleAlerts.SLOW))
                .startsWith(
                        "\u001b[33m[!] PERFORMANCE ALERT: Command 'batch' execution time\u001b[0m",
                        "\u001b[33m     exceeded threshold\u001b[0m");
    }

    @Test
    void whatFitsIsLeftAlone() {
        assertThat(text(new AlertText(true, false, 200))).isEqualTo(text(new AlertText(true, false, 0)));
        assertThat(LineBreaks.lines("a b", 3)).containsExactly("a b");
    }

    @Test
    void longWordsStayWhole() {
        String word = "x".repeat(50);
        assertThat(LineBreaks.lines("a " + word + " b", 20)).containsExactly("a", "     " + word, "     b");
        assertThat(LineBreaks.lines(word, 20)).containsExactly(word);
        assertThat(LineBreaks.lines("   " + word + " c", 20)).containsExactly("   " + word, "     c");
    }

    @Test
    void wideSignsCountTwice() {
        assertThat(LineBreaks.lines("大小大小 大小大小 大小", 18)).containsExactly("大小大小 大小大小", "     大小");
        assertThat(LineBreaks.lines("e\u0301e\u0301e\u0301 e\u0301", 5))
                .containsExactly("e\u0301e\u0301e\u0301 e\u0301");
    }

    @Test
    void noLineBeginsAsACommandToABuildServer() {
        assertThat(LineBreaks.lines("aaaa bbbb cccc dddd ::error::x eeee", 20))
                .noneMatch(line -> line.strip().startsWith("::"))
                .hasSizeGreaterThan(1);
    }

    private static String text(AlertText form) {
        StringBuilder out = new StringBuilder();
        for (String line : form.lines(SampleAlerts.SLOW)) {
            out.append(line).append('\n');
        }
        return out.toString();
    }
}
