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
    void aRowMustFitTheColumns() {
        Table table = new Table(UNICODE, Column.text("A"));

        assertThatThrownBy(() -> table.row("1", "2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longWordsAreBroken() {
        assertThat(Wrap.lines("one  two threefourfive", 8, 6)).containsExactly("one  two", "threef", "ourfiv", "e");
    }
}
