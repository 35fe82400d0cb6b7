package dev.perfagent.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a page is answered with.
 *
 * @param contentType with its charset
 * @param tag changes when the text does
 * @param text the whole page
 */
public record PageAnswer(String contentType, String tag, String text) {
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Makes an answer each time it is asked for. */
    @FunctionalInterface
    public interface Source {
        PageAnswer answer() throws IOException;
    }
}
