package dev.perfagent.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** The text of a file. It is read without java.nio.file, because this runs in the application's JVM, before its main method. */
final class ConfigText {
    /** A hundred times what people write by hand. */
    private static final int MAX_BYTES = 256 * 1024;

    private ConfigText() {}

    /** @throws UnreadableException when it is no file, cannot be opened, is too large or is not UTF-8 */
    static String of(File file) throws UnreadableException {
        if (file.isDirectory()) {
            throw new UnreadableException(Position.START, "is a folder; a file is expected");
        }
        if (file.exists() && !file.isFile()) { // a pipe would keep the application waiting forever
            throw new UnreadableException(Position.START, "is not a regular file; a file is expected");
        }
        byte[] bytes;
        try (FileInputStream in = new FileInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException | SecurityException e) {
            throw new UnreadableException(Position.START, "cannot be read: " + reason(file, e));
        }
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableException(Position.START, "is over " + MAX_BYTES / 1024 + " KB");
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) throws UnreadableException {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw new UnreadableException(endOf(text), "is not UTF-8 from here on; save it as UTF-8");
        }
        return text.toString();
    }

    private static Position endOf(CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
        return new Position(line, column);
    }

    /** The reason in the message of FileInputStream, which repeats the path and has the reason in parentheses. */
    private static String reason(File file, Exception e) {
        String message = e.getMessage();
        if (message == null) {
            return "it cannot be read";
        }
        String path = file.getPath();
        String rest =
                message.startsWith(path) ? message.substring(path.length()).trim() : message;
        return Quoted.line(rest.startsWith("(") && rest.endsWith(")") ? rest.substring(1, rest.length() - 1) : rest);
    }
}
