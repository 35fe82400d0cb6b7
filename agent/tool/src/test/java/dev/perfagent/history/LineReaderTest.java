package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void linesComeOneAfterTheOther() throws IOException {
        assertThat(lines("a\n\nbb\r\nlast")).containsExactly("a", "", "bb\r", "last");
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aLineMayBeLongerThanTheBuffer() throws IOException {
        String big = "x".repeat(200_000);

        assertThat(lines(big + "\nb")).containsExactly(big, "b");
    }

    @Test
    void aLineWithoutEndIsPassedOver() throws IOException {
        String endless = "x".repeat(LineReader.MAX_LINE_BYTES + 1);

        assertThat(lines("a\n" + endless + "\nb")).containsExactly("a", "too long", "b");
    }

    @Test
    void aLineThatIsTooLongIsWhereItBegins() throws IOException {
        String endless = "x".repeat(3 * LineReader.MAX_LINE_BYTES);
        LineReader lines =
                new LineReader(new ByteArrayInputStream(("a\n" + endless + "\nb\n").getBytes(StandardCharsets.UTF_8)));

        assertThat(lines.next()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.isTooLong()).isTrue();
        assertThat(lines.position()).isEqualTo(2);
        assertThat(lines.next()).isTrue();
        assertThat(lines.position()).isEqualTo(2 + endless.length() + 1);
    }

    /** Its other half, written after the end was seen, is no line: it would be counted as damaged. */
    @Test
    void ofALineThatIsStillBeingWrittenOnlyTheFirstHalfIsSeen() throws IOException {
        LineReader lines = new LineReader(new InputStream() {
            private final Iterator<String> written =
                    List.of("whole\nha", "", "lf\nnext\n").iterator();

            @Override
            public int read(byte[] bytes, int offset, int length) {
                byte[] part = written.hasNext() ? written.next().getBytes(StandardCharsets.UTF_8) : new byte[0];
                System.arraycopy(part, 0, bytes, offset, part.length);
                return part.length == 0 ? -1 : part.length;
            }

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }
        });

        assertThat(lines.next()).isTrue();
        assertThat(lines.next()).isTrue();
        assertThat(lines.isEnded()).isFalse();
        assertThat(lines.next()).isFalse();
    }

    @Test
    void ofALineThatEndsBehindTheLimitNoMoreIsRead() throws IOException {
        byte[] text = ("x".repeat(1_000_000) + "\nb\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(text);
        LineReader lines = new LineReader(in);

        lines.passRestOfLine(100_000);

        assertThat(lines.next()).isFalse();
        assertThat(in.available()).isGreaterThan(700_000);
    }

    @Test
    void theRestOfALineIsPassedOver() throws IOException {
        for (String rest : List.of("", "x", "x".repeat(200_000))) {
            byte[] text = (rest + "\nb\n").getBytes(StandardCharsets.UTF_8);
            LineReader lines = new LineReader(new ByteArrayInputStream(text), 7);

            lines.passRestOfLine(1_000_000);

            assertThat(lines.next()).isTrue();
            assertThat(lines.position()).isEqualTo(7 + rest.length() + 1);
            assertThat(lines.length()).isEqualTo(1);
            assertThat(lines.next()).isFalse();
        }
    }

    private static List<String> lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            while (reader.next()) {
                lines.add(
                        reader.isTooLong()
                                ? "too long"
                                : new String(reader.bytes(), reader.offset(), reader.length(), StandardCharsets.UTF_8));
            }
        }
        return lines;
    }
}
