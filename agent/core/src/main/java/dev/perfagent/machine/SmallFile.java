package dev.perfagent.machine;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Reads what the kernel and the JVM show as files. */
public final class SmallFile {
    /** One char a byte. By name, because {@code StandardCharsets} loads six to nine classes of other character sets. */
    static final Charset LATIN_1 = Charset.forName("ISO-8859-1");

    private SmallFile() {}

    /** The first {@code limit} bytes of it; null when it cannot be read. */
    static byte @Nullable [] bytes(String path, int limit) {
        File file = new File(path);
        try {
            return file.canRead() ? read(file, limit) : null;
        } catch (IOException | RuntimeException unreadable) {
            return null; // a fact that is not to be had stays unknown
        }
    }

    private static byte[] read(File file, int limit) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return in.readNBytes(limit);
        }
    }

    /** The same as text. */
    public static @Nullable String text(String path, int limit) {
        byte[] bytes = bytes(path, limit);
        return bytes == null ? null : new String(bytes, LATIN_1);
    }

    /** The number after a key at the start of a line, as in {@code VmHWM:   1234 kB}; null when there is none. */
    public static @Nullable Long number(@Nullable String text, String key) {
        if (text == null) {
            return null;
        }
        int at = text.startsWith(key) ? 0 : text.indexOf("\n" + key) + 1;
        if (at == 0 && !text.startsWith(key)) {
            return null;
        }
        int from = at + key.length();
        while (from < text.length() && !isDigit(text.charAt(from)) && text.charAt(from) != '\n') {
            from++;
        }
        int to = from;
        long value = 0;
        while (to < text.length() && isDigit(text.charAt(to))) {
            value = value * 10 + (text.charAt(to++) - '0');
        }
        return to == from ? null : value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
