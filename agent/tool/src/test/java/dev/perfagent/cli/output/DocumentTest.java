package dev.perfagent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Table.Column;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One document with all that there is, in its forms. */
final class DocumentTest {
    private static final Screen UNICODE = new Screen(false, true, 40);

    @Test
    void asTextItsPartsStandInTheOrderInWhichTheyWereAdded() {
        assertThat(String.join("\n", DocumentPage.lines(everything(), UNICODE)).replaceAll(" +\n", "\n"))
                .isEqualTo("""
                        Title
                        Said at once.
                          label          value

                        Table
                          NAME  TIMES
                          a     ▁█
                              because it is so, and that takes
                              two lines
                          b
                          note

                        List
                          one
                            ✓ more about one
                          two
                          type           first
                                         second
                          printed
                             moved in

                        The end.""");
    }

    @Test
    void anAsciiScreenHasItsOwnSigns() {
        assertThat(DocumentPage.lines(everything(), new Screen(false, false, 40)))
                .contains("  a     _#", "    + more about one");
    }

    @Test
    void asMarkdownSentencesOfATableAreAColumnAndCodeStaysCode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(bytes, StandardCharsets.UTF_8, UNICODE);
        DocumentMarkdown.write(everything(), out);
        out.flush();

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        # Title

                        Said at once.

                        - **label**: value

                        ## Table

                        | Name | Times | Why |
                        | --- | --- | --- |
                        | a | ▁█ | because it is so, and that takes two lines |
                        | b |  |  |

                        note

                        ## List

                        - one
                          - ✓ more about one
                        - two
                        - **type**:

                          ```text
                          first
                            second
                          ```

                        ```text
                        printed
                           moved in
                        ```

                        ---

                        The end.
                        """);
    }

    @Test
    void aFenceIsLongerThanAnyInTheCode() {
        Document document = new Document();
        document.opening().code("", List.of("````", "text"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(bytes, StandardCharsets.UTF_8, UNICODE);
        DocumentMarkdown.write(document, out);
        out.flush();

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("`````text\n````\ntext\n`````\n");
    }

    @Test
    void aLongHeadingIsWrapped() {
        Document document = new Document();
        document.section("word ".repeat(10)).item("x", Style.PLAIN);

        assertThat(DocumentPage.lines(document, UNICODE))
                .containsExactly("word word word word word word word word", "word word", "  x");
    }

    @Test
    void aSectionWithoutContentIsLeftOut() {
        Document document = new Document();
        Section empty = document.section("Nothing");
        empty.columns(Column.text("A"));
        empty.entry("label", "");
        empty.note("a note alone is none");

        assertThat(DocumentPage.lines(document, UNICODE)).isEmpty();
    }

    private static Document everything() {
        Document document = new Document("Title");
        document.opening().paragraph("Said at once.", Style.FAINT);
        document.opening().entry("label", "value");
        Section table = document.section("Table");
        table.note("note");
        table.columns(Column.elastic("NAME"), Column.text("TIMES"), Column.below("WHY"));
        table.row("a", "▁█", "because it is so, and that takes two lines");
        table.row("b", "", "");
        document.section("Left out").columns(Column.text("NAME"));
        Section list = document.section("List");
        list.item("one", Style.PLAIN);
        list.detail("✓ more about one", Style.PLAIN);
        list.item("two", Style.PLAIN);
        list.code("type", List.of("first", "  second"));
        list.code("", List.of("printed", "   moved in"));
        document.closing().paragraph("The end.", Style.GOOD);
        return document;
    }
}
