package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
