package dev.perfagent.launch;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A jar inside the agent's jar, of which no more than the directory is held in memory when it is large. Its 6,000 entries in
 * the outer jar would cost every start of every application 10 ms, because the JVM and the system loader index all of a jar
 * they open.
 *
 * <p>Found without {@code java.util.zip.ZipFile}, and its names are hashed by a CRC that the JVM has in machine code: in a JVM
 * that has just started everything else is interpreted, which made 2 ms of what takes 0.7. To read ten megabytes would take 15
 * ms.
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

    /** A jar up to this size, which is that of core, is read at once: to fetch each class by itself would take longer. */
    private static final long SMALL = 2 * 1024 * 1024;

    /** A byte of the deflate format stands for no more bytes. */
    private static final long MOST_INFLATED = 1032;

    private final RandomAccessFile file;
    /** Where the jar begins in the file. */
    private final long base;
    /** How long it is. */
    private final long size;
    /** All of it; null when it is not small. */
    private final byte @Nullable [] content;
    /** The records of its entries. */
    private final byte[] records;
    /** At the CRC of its name, or the next free place: where an entry's record is, plus 1; 0 for none. */
    private final int[] directory;

    private @Nullable Inflater inflater;

    private NestedJar(RandomAccessFile file, long base, long size) throws IOException {
        this.file = file;
        this.base = base;
        this.size = size;
        this.content = size > SMALL ? null : fetched(0, size);
        if (size < END_SIZE) {
            throw new IOException("it is too short for a jar");
        }
        // The last thing in a jar without a comment, which is how ours is made.
        byte[] end = read(size - END_SIZE, END_SIZE);
        if (whole(end, 0) != END_MAGIC) {
            throw new IOException("no end record where one belongs: not a jar as perf-agent's build makes it");
        }
        int count = half(end, 10);
        long first = whole(end, 16) & 0xffffffffL;
        if (first > size - END_SIZE) {
            throw new IOException("the directory is not in front of the end record");
        }
        records = read(first, size - END_SIZE - first);
        directory = new int[Integer.highestOneBit(count + 1) * 4];
        CRC32 crc = new CRC32();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_SIZE > records.length || whole(records, at) != ENTRY_MAGIC) {
                throw new IOException("the directory is damaged at " + (first + at));
            }
            int nameLength = half(records, at + 28);
            crc.reset();
            crc.update(records, at + ENTRY_SIZE, nameLength);
            int slot = (int) crc.getValue() & directory.length - 1;
            while (directory[slot] != 0) {
                slot = slot + 1 & directory.length - 1;
            }
            directory[slot] = at + 1;
            at += ENTRY_SIZE + nameLength + half(records, at + 30) + half(records, at + 32);
        }
    }

    /**
     * The jar under that name in another. Of a large one the file stays open until this is garbage.
     *
     * @throws IOException when it is not there, or the outer one was packed by something else than perf-agent's build
     */
    static NestedJar open(File outer, String name) throws IOException {
        RandomAccessFile file = new RandomAccessFile(outer, "r");
        try {
            NestedJar all = new NestedJar(file, 0, file.length());
            int at = all.find(name);
            if (at < 0 || half(all.records, at + 10) != STORED) {
                throw new IOException(name + (at < 0 ? " is missing" : " is compressed"));
            }
            long local = whole(all.records, at + 42) & 0xffffffffL;
            byte[] header = all.read(local, LOCAL_SIZE);
            long from = local + LOCAL_SIZE + half(header, 26) + half(header, 28);
            NestedJar nested = new NestedJar(file, from, whole(all.records, at + 24) & 0xffffffffL);
            if (nested.content != null) {
                file.close();
            }
            return nested;
        } catch (IOException | IndexOutOfBoundsException foreign) {
            file.close();
            throw new IOException(outer + " cannot be read as perf-agent's jar: " + foreign.getMessage(), foreign);
        }
    }

    /** The bytes at a place of this jar. */
    private byte[] read(long from, long length) throws IOException {
        return content == null || from < 0 || length < 0 || from + length > size
                ? fetched(from, length)
                : Arrays.copyOfRange(content, (int) from, (int) (from + length));
    }

    /** The same, read from the file. */
    private byte[] fetched(long from, long length) throws IOException {
        if (from < 0 || length < 0 || from + length > size || base + from + length > file.length()) {
            // A damaged length would ask for all the heap.
            throw new IOException("it has no " + length + " bytes at " + from);
        }
        byte[] bytes = new byte[(int) length];
        synchronized (file) {
            file.seek(base + from);
            file.readFully(bytes);
        }
        return bytes;
    }

    /** What is under that name; null when nothing is, or what is there is damaged. */
    @Nullable
    InputStream stream(String name) {
        try {
            byte[] content = bytes(name);
            return content == null ? null : new ByteArrayInputStream(content);
        } catch (IOException damaged) {
            return null;
        }
    }

    /** The same as bytes. */
    byte @Nullable [] bytes(String name) throws IOException {
        int at = find(name);
        if (at < 0) {
            return null;
        }
        int packed = whole(records, at + 20);
        int length = whole(records, at + 24);
        long local = whole(records, at + 42) & 0xffffffffL;
        if (packed < 0 || length < 0 || length > packed * MOST_INFLATED) {
            throw new IOException(name + " is damaged");
        }
        byte[] header = read(local, LOCAL_SIZE);
        byte[] content = read(local + LOCAL_SIZE + half(header, 26) + half(header, 28), packed);
        return half(records, at + 10) == DEFLATED ? inflated(name, content, length) : content;
    }

    /** All by one inflater: making one costs as much as inflating a class. */
    private synchronized byte[] inflated(String name, byte[] packed, int length) throws IOException {
        if (inflater == null) {
            inflater = new Inflater(true);
        }
        byte[] content = new byte[length];
        int done = 0;
        try {
            inflater.reset();
            inflater.setInput(packed);
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

    /** Of all entries. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int at = 0; at < records.length; ) {
            int length = half(records, at + 28);
            names.add(new String(records, at + ENTRY_SIZE, length, UTF_8));
            at += ENTRY_SIZE + length + half(records, at + 30) + half(records, at + 32);
        }
        return names;
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
            if (Arrays.equals(records, from, from + half(records, at + 28), wanted, 0, wanted.length)) {
                return at;
            }
            slot = slot + 1 & directory.length - 1;
        }
        return -1;
    }

    private static int whole(byte[] bytes, int at) {
        return half(bytes, at) | half(bytes, at + 2) << 16;
    }

    private static int half(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }
}
