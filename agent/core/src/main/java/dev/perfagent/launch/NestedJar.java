package dev.perfagent.launch;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A jar inside the agent's jar, read into memory as a whole. Its 5,000 entries in the outer jar would cost every start of every
 * application 10 ms, for the JVM and the system loader index all of a jar they open.
 *
 * <p>Found without {@code java.util.zip.ZipFile}, and its names are hashed by a CRC that the JVM has in machine code: in a JVM that has just
 * started everything else is interpreted, which made 2 ms of what takes 0.7.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16</a>
 */
final class NestedJar {
    /** By name, because {@code StandardCharsets} loads six to nine classes of other character sets. */
    private static final Charset UTF_8 = Charset.forName("UTF-8");

    private static final int END_MAGIC = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_MAGIC = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** More than the outer jar's directory of some twenty entries. */
    private static final int TAIL = 8 * 1024;

    private final byte[] bytes;
    /** At the CRC of its name, or the next free place: where an entry's record is, plus 1; 0 for none. */
    private final int[] directory;

    private @Nullable Inflater inflater;

    /**
     * @param bytes a jar, or the end of one with all of its directory
     * @param missing how many bytes before those there are in the jar
     */
    private NestedJar(byte[] bytes, long missing) throws IOException {
        this.bytes = bytes;
        int end = bytes.length - END_SIZE; // the last thing in a jar without a comment, which is how ours is made
        if (end < 0 || whole(end) != END_MAGIC) {
            throw new IOException("no end record where one belongs: not a jar as perf-agent's build makes it");
        }
        int count = half(end + 10);
        long first = (whole(end + 16) & 0xffffffffL) - missing;
        if (first < 0 || first > end) {
            throw new IOException("the directory is not in front of the end record");
        }
        directory = new int[Integer.highestOneBit(count + 1) * 4];
        CRC32 crc = new CRC32();
        int at = (int) first;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_SIZE > end || whole(at) != ENTRY_MAGIC) {
                throw new IOException("the directory is damaged at " + at);
            }
            int nameLength = half(at + 28);
            crc.reset();
            crc.update(bytes, at + ENTRY_SIZE, nameLength);
            int slot = (int) crc.getValue() & directory.length - 1;
            while (directory[slot] != 0) {
                slot = slot + 1 & directory.length - 1;
            }
            directory[slot] = at + 1;
            at += ENTRY_SIZE + nameLength + half(at + 30) + half(at + 32);
        }
    }

    /**
     * The jar under that name in another.
     *
     * @throws IOException when it is not there, or the outer one was packed by something else than perf-agent's build
     */
    static NestedJar open(File outer, String name) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(outer, "r")) {
            long length = file.length();
            int tail = (int) Math.min(length, TAIL);
            NestedJar end = new NestedJar(read(file, length - tail, tail), length - tail);
            int at = end.find(name);
            if (at < 0 || end.half(at + 10) != STORED) {
                throw new IOException(name + (at < 0 ? " is missing" : " is compressed"));
            }
            long local = end.whole(at + 42) & 0xffffffffL;
            byte[] header = read(file, local, LOCAL_SIZE);
            long from = local + LOCAL_SIZE + half(header, 26) + half(header, 28);
            return new NestedJar(read(file, from, end.whole(at + 24)), 0);
        } catch (IOException | IndexOutOfBoundsException foreign) {
            throw new IOException(outer + " cannot be read as perf-agent's jar: " + foreign.getMessage(), foreign);
        }
    }

    private static byte[] read(RandomAccessFile file, long from, int length) throws IOException {
        if (from < 0 || length < 0 || from + length > file.length()) { // a damaged length would ask for all the heap
            throw new IOException("it has no " + length + " bytes at " + from);
        }
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    /** What is under that name; null when nothing is. */
    @Nullable
    InputStream stream(String name) {
        int at = find(name);
        if (at < 0) {
            return null;
        }
        InputStream raw = new ByteArrayInputStream(bytes, begin(at), whole(at + 20));
        return half(at + 10) == DEFLATED ? new InflaterInputStream(raw, new Inflater(true)) : raw;
    }

    /** The same as bytes. */
    byte @Nullable [] bytes(String name) throws IOException {
        int at = find(name);
        if (at < 0) {
            return null;
        }
        int begin = begin(at);
        int packed = whole(at + 20);
        int length = whole(at + 24);
        if (begin < 0 || packed < 0 || length < 0 || packed > bytes.length - begin) {
            throw new IOException(name + " is damaged");
        }
        return half(at + 10) == STORED
                ? Arrays.copyOfRange(bytes, begin, begin + packed)
                : inflated(name, begin, packed, length);
    }

    /** All by one inflater: making one costs as much as inflating a class. */
    private synchronized byte[] inflated(String name, int begin, int packed, int length) throws IOException {
        if (inflater == null) {
            inflater = new Inflater(true);
        }
        byte[] content = new byte[length];
        int done = 0;
        try {
            inflater.reset();
            inflater.setInput(bytes, begin, packed);
            while (done < length && !inflater.finished() && !inflater.needsInput()) {
                done += inflater.inflate(content, done, length - done);
            }
        } catch (Exception damaged) { // a DataFormatException, which would have to be loaded to be named here
            throw new IOException(name + " is damaged", damaged);
        }
        if (done < length) {
            throw new IOException(name + " is damaged");
        }
        return content;
    }

    boolean contains(String name) {
        return find(name) >= 0;
    }

    /** Where an entry's record in the directory is; negative when there is none. */
    private int find(String name) {
        byte[] wanted = name.getBytes(UTF_8);
        CRC32 crc = new CRC32();
        crc.update(wanted, 0, wanted.length);
        int slot = (int) crc.getValue() & directory.length - 1;
        while (directory[slot] != 0) {
            int at = directory[slot] - 1;
            int from = at + ENTRY_SIZE;
            if (Arrays.equals(bytes, from, from + half(at + 28), wanted, 0, wanted.length)) {
                return at;
            }
            slot = slot + 1 & directory.length - 1;
        }
        return -1;
    }

    /** Where an entry's content begins. */
    private int begin(int at) {
        int local = whole(at + 42);
        return local + LOCAL_SIZE + half(local + 26) + half(local + 28);
    }

    private int half(int at) {
        return half(bytes, at);
    }

    private int whole(int at) {
        return half(at) | half(at + 2) << 16;
    }

    private static int half(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }
}
