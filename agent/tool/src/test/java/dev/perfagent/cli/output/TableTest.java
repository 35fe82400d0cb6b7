package dev.perfagent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfagent.cli.output.Table.Column;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Screen UNICODE = new Screen(false, true);

    @Test
    void theElasticColumnGivesWay() {
        Table table = new Table(UNICODE, Column.elastic("NAME"), Column.number("COUNT"));
        table.row("n".repeat(100), "1");
        table.row("short", "22");

        assertThat(table.lines(2))
                .hasSize(3)
                .allMatch(line -> Columns.of(line) == Screen.WIDTH)
                .satisfies(lines -> {
                    assertThat(lines.get(1)).endsWith("nn      1");
                    assertThat(lines.get(2)).startsWith("  short ").endsWith("    22");
                });
    }

    @Test
    void wideCharactersAreCountedAsWide() {
        Table table = new Table(UNICODE, Column.text("NAME"), Column.text("X"));
        table.row("日本", "x");
        table.row("e\u0301", "x");

        assertThat(table.lines(0)).containsExactly("NAME  X", "日本  x", "e\u0301     x");
        assertThat(Columns.cut("日本語", 4, "…")).isEqualTo("日…");
    }

    @Test
    void anEscapeIsCutAsAWhole() {
        String build = "\\u6784\\u5efa\\u5de5\\u5177";

        assertThat(Columns.cutMiddle(build, 20, "..")).isEqualTo("\\u6784\\u5efa..\\u5177");
        assertThat(Columns.cutMiddle(build, 14, "..")).isEqualTo("\\u6784..\\u5177");
        assertThat(Columns.cutMiddle(build, 13, "..")).isEqualTo("\\u6784..");
        assertThat(Columns.cut("a\\ud83d\\ude80", 10, "..")).isEqualTo("a..");
        assertThat(Wrap.lines(build, 14, 4)).containsExactly("\\u6784\\u5efa", "\\u5de5", "\\u5177");
    }

    @Test
    void aColumnGivesWayOnlyAsFarAsItsTextsStayDifferent() {
        Table table = new Table(new Screen(false, false, 40), Column.elastic("NAME"), Column.elastic("VALUE"));
        table.row("\u6784\u5efa\u5de5\u5177\u7532", "v".repeat(60));
        table.row("\u6784\u6210\u5de5\u5177\u7532", "v".repeat(60));

        assertThat(table.lines(0)).allMatch(line -> Columns.of(line) <= 40).doesNotHaveDuplicates();
    }

    @Test
    void aRowMustFitTheColumns() {
        Table table = new Table(UNICODE, Column.text("A"));

        assertThatThrownBy(() -> table.row("1", "2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longWordsAreBroken() {
        assertThat(Wrap.lines("one  two threefourfive", 8, 6)).containsExactly("one  two", "threef", "ourfiv", "e");
    }
}
