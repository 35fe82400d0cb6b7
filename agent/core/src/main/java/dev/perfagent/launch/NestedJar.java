package dev.perfagent.launch;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A jar inside the agent's jar, of which no more than the directory is held in memory. Its entries in the outer jar would cost
 * every start of every application 10 ms, because the JVM and the system loader index all of a jar they open.
 *
 * <p>Found without {@code java.util.zip.ZipFile}. Each entry is read when it is asked for, by one call, and checked: a start
 * needs a third of core, and the file may be another one by then. To read all of core at once took 2 ms of a start's 24 on a busy
 * machine, mostly for the memory.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16</a>
 */
final class NestedJar {
    /** By name, because {@code StandardCharsets} loads six to nine classes of other character sets. */
    private static final Charset UTF_8 = Charset.forName("UTF-8");

    private static final int END_MAGIC = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** How far from the end of a name the first of the letters is that its hash is made of. */
    private static final int FARTHEST = 20;

    private static final byte[] NONE = {};

    /** A byte of the deflate format stands for no more bytes. */
    private static final long MOST_INFLATED = 1032;

    private final RandomAccessFile file;
    /** Where the jar begins in the file. */
    private final long base;
    /** How long it is. */
    private final long size;
    /** The records of its entries. */
    private final byte[] records;
    /** At the hash of its name, or the next free place: where an entry's record is, plus 1; 0 for none. */
    private final int[] directory;

    private @Nullable Inflater inflater;

    private NestedJar(RandomAccessFile file, long base, long size) throws IOException {
        this.file = file;
        this.base = base;
        this.size = size;
        if (size < END_SIZE || base + size > file.length()) {
            throw new IOException("it is too short for a jar");
        }
        // The last thing in a jar without a comment, which is how ours is made.
        byte[] end = read(size - END_SIZE, END_SIZE, NONE);
        if (whole(end, 0) != END_MAGIC) {
            throw new IOException("no end record where one belongs: not a jar as perf-agent's build makes it");
        }
        int count = half(end, 10);
        long first = whole(end, 16) & 0xffffffffL;
        if (first > size - END_SIZE) {
            throw new IOException("the directory is not in front of the end record");
        }
        records = read(first, size - END_SIZE - first, NONE);
        directory = new int[Integer.highestOneBit(count + 1) * 4];
        fill(records, count, directory);
    }

    /** Without calls, because it is interpreted, for 400 entries; what is called for each of them the JVM would compile. */
    private static void fill(byte[] records, int count, int[] directory) throws IOException {
        int last = directory.length - 1;
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_SIZE > records.length || records[at] != 'P' || records[at + 1] != 'K') {
                throw new IOException("the directory is damaged at its byte " + at);
            }
            int length = records[at + 28] & 0xff | (records[at + 29] & 0xff) << 8;
            int end = at + ENTRY_SIZE + length;
            if (end > records.length) {
                throw new IOException("a name is damaged at byte " + at + " of the directory");
            }
            int hash = length;
            if (length >= FARTHEST) { // as in hash()
                hash = ((length * 31 + records[end - 7]) * 31 + records[end - 10]) * 31 + records[end - 15];
                hash = hash * 31 + records[end - FARTHEST];
                hash ^= hash >>> 10;
            }
            int slot = hash & last;
            while (directory[slot] != 0) {
                slot = slot + 1 & last;
            }
            directory[slot] = at + 1;
            at = end
                    + (records[at + 30] & 0xff | (records[at + 31] & 0xff) << 8)
                    + (records[at + 32] & 0xff | (records[at + 33] & 0xff) << 8);
        }
    }

    /**
     * The jar under that name in another. The file stays open until this is garbage.
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
            byte[] header = all.read(local, LOCAL_SIZE, NONE);
            long from = local + LOCAL_SIZE + half(header, 26) + half(header, 28);
            return new NestedJar(file, from, whole(all.records, at + 24) & 0xffffffffL);
        } catch (IOException | IndexOutOfBoundsException foreign) {
            file.close();
            throw new IOException(outer + " cannot be read as perf-agent's jar: " + foreign.getMessage(), foreign);
        }
    }

    /** The bytes at a place of this jar: in that buffer, or where there is no room for them in memory of their own. */
    private byte[] read(long from, long length, byte[] buffer) throws IOException {
        if (from < 0 || length < 0 || from + length > size) { // a damaged length would ask for all the heap
            throw new IOException("it has no " + length + " bytes at " + from);
        }
        byte[] bytes = length <= buffer.length ? buffer : new byte[(int) length];
        synchronized (file) {
            file.seek(base + from);
            file.readFully(bytes, 0, (int) length);
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
        ByteBuffer content = content(name);
        if (content == null) {
            return null;
        }
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    /** The same in memory of its own. */
    @Nullable
    ByteBuffer content(String name) throws IOException {
        return content(name, NONE);
    }

    /**
     * The same as it was read: memory that is touched for the first time costs a start 10 µs for each 4 KB.
     *
     * @param buffer for the content, if there is room in it
     */
    @Nullable
    ByteBuffer content(String name, byte[] buffer) throws IOException {
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
        // The name, and what else may stand before the content, has the same length here as in the directory, in jars
        // as ours.
        int before = LOCAL_SIZE + half(records, at + 28) + half(records, at + 30);
        byte[] entry = read(local, before + packed, buffer);
        if (before != LOCAL_SIZE + half(entry, 26) + half(entry, 28)) {
            before = LOCAL_SIZE + half(entry, 26) + half(entry, 28);
            entry = read(local, before + packed, buffer);
        }
        ByteBuffer content = half(records, at + 10) == DEFLATED
                ? ByteBuffer.wrap(inflated(name, entry, before, packed, length))
                : ByteBuffer.wrap(entry, before, packed);
        CRC32 crc = new CRC32();
        crc.update(content.array(), content.position(), content.remaining());
        if ((int) crc.getValue() != whole(records, at + 16)) {
            throw new IOException(name + " is damaged");
        }
        return content;
    }

    /** All by one inflater: making one costs as much as inflating a class. */
    private synchronized byte[] inflated(String name, byte[] packed, int from, int size, int length)
            throws IOException {
        if (inflater == null) {
            inflater = new Inflater(true);
        }
        byte[] content = new byte[length];
        int done = 0;
        try {
            inflater.reset();
            inflater.setInput(packed, from, size);
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
        int slot = hash(wanted) & directory.length - 1;
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

    /** Of a name: its length, and four letters in which the names of our classes differ more than in others. */
    private static int hash(byte[] name) {
        int end = name.length;
        if (end < FARTHEST) {
            return end;
        }
        int hash = ((end * 31 + name[end - 7]) * 31 + name[end - 10]) * 31 + name[end - 15];
        hash = hash * 31 + name[end - FARTHEST];
        return hash ^ hash >>> 10;
    }

    private static int whole(byte[] bytes, int at) {
        return half(bytes, at) | half(bytes, at + 2) << 16;
    }

    private static int half(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }
}
