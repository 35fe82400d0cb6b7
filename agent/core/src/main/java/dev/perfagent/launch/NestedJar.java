package dev.perfagent.launch;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar inside the agent's jar, read into memory as a whole. Its 5,000 entries in the outer jar would cost every start of every
 * application 10 ms, for the JVM and the system loader index all of a jar they open.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16</a>
 */
final class NestedJar {
    private static final int END_MAGIC = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_MAGIC = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int DEFLATED = 8;

    private final byte[] bytes;
    /** Where an entry's record in the central directory is. */
    private final Map<String, Integer> directory;

    private NestedJar(byte[] bytes) throws IOException {
        this.bytes = bytes;
        int end = end();
        int count = half(end + 10);
        directory = new HashMap<>(count * 2);
        int at = whole(end + 16);
        for (int i = 0; i < count; i++) {
            if (whole(at) != ENTRY_MAGIC) {
                throw new IOException("the nested jar's directory is damaged at " + at);
            }
            int nameLength = half(at + 28);
            directory.put(new String(bytes, at + ENTRY_SIZE, nameLength, StandardCharsets.UTF_8), at);
            at += ENTRY_SIZE + nameLength + half(at + 30) + half(at + 32);
        }
    }

    /** The jar under that name in another. */
    static NestedJar open(File outer, String name) throws IOException {
        try (ZipFile jar = new ZipFile(outer)) {
            ZipEntry entry = jar.getEntry(name);
            if (entry == null) {
                throw new IOException(name + " is missing from " + outer);
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return new NestedJar(in.readAllBytes());
            }
        }
    }

    /** What is under that name; null when nothing is. */
    @Nullable
    InputStream stream(String name) {
        Integer at = directory.get(name);
        if (at == null) {
            return null;
        }
        int local = whole(at + 42);
        int from = local + LOCAL_SIZE + half(local + 26) + half(local + 28);
        InputStream raw = new ByteArrayInputStream(bytes, from, whole(at + 20));
        return half(at + 10) == DEFLATED ? new InflaterInputStream(raw, new Inflater(true)) : raw;
    }

    /** The same as bytes. */
    byte @Nullable [] bytes(String name) throws IOException {
        Integer at = directory.get(name);
        InputStream in = stream(name);
        if (at == null || in == null) {
            return null;
        }
        try (in) {
            return in.readNBytes(whole(at + 24));
        }
    }

    boolean contains(String name) {
        return directory.containsKey(name);
    }

    /** The end record is the last thing in a jar without a comment, which is how ours is made. */
    private int end() throws IOException {
        int end = bytes.length - END_SIZE;
        if (end < 0 || whole(end) != END_MAGIC) {
            throw new IOException("the nested jar has no end record");
        }
        return end;
    }

    private int half(int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }

    private int whole(int at) {
        return half(at) | half(at + 2) << 16;
    }
}
