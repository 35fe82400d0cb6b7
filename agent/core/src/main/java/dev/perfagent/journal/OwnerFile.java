package dev.perfagent.journal;

import dev.perfagent.machine.OwnerOnly;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes files that only their owner can read, and reads their ends. */
public final class OwnerFile {
    /** How far from the end a line is looked for that was just appended: many others may have been since. */
    private static final int MOST_BYTES_SINCE = 4 * 1024 * 1024;

    /** By name, because {@code StandardCharsets} loads six to nine classes of other character sets. */
    private static final Charset UTF_8 = Charset.forName("UTF-8");

    private OwnerFile() {}

    /** Makes the folder if it is missing; in nearly every run it is there, and nothing is loaded for it. */
    static void createFolder(File folder) throws IOException {
        if (!folder.isDirectory()) {
            OwnerOnly.createFolder(folder);
        }
    }

    /** Appends a line in one write, so that lines of many processes do not mix. */
    static void appendLine(File file, String line) throws IOException {
        appendLine(file, line, false);
    }

    /** The same, and the line is on the disk when this returns. */
    public static void appendLineSafely(File file, String line) throws IOException {
        appendLine(file, line, true);
    }

    private static void appendLine(File file, String line, boolean safely) throws IOException {
        boolean fresh = !file.exists() && OwnerOnly.createFile(file);
        if (!file.isFile()) {
            throw OwnerOnly.notRegular(file);
        }
        boolean clear = fresh || endsLine(file);
        byte[] bytes = utf8(clear ? line + '\n' : line + " \n"); // the blank makes room for separate()
        try (FileOutputStream out = new FileOutputStream(file, true)) {
            out.write(bytes);
            if (safely) {
                out.getFD().sync();
            }
        }
        if (!clear) {
            separate(file, bytes);
        }
    }

    /** Reads the last bytes of a file, at most that many, from the first line on that begins within them. */
    static String tail(File file, int bytes) throws IOException {
        // A pipe would keep the application waiting forever. Asked twice, because the file may be made in between.
        if (!file.isFile() && file.exists() && !file.isFile()) {
            throw OwnerOnly.notRegular(file);
        }
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            long from = Math.max(0, in.length() - bytes);
            in.seek(from);
            byte[] buffer = new byte[(int) Math.min(bytes, in.length() - from)];
            int length = 0;
            for (int n = 0; n >= 0 && length < buffer.length; n = in.read(buffer, length, buffer.length - length)) {
                length += n;
            }
            String text = new String(buffer, 0, length, UTF_8);
            int begin = from == 0 ? 0 : text.indexOf('\n') + 1;
            return text.substring(begin, Math.max(begin, text.lastIndexOf('\n') + 1));
        }
    }

    /** Replaces the file as a whole: a reader sees the old text or the new one. */
    static void replace(File file, String text) throws IOException {
        File temporary = new File(file.getPath() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        if (!OwnerOnly.createFile(temporary)) {
            throw new IOException(temporary + " exists already");
        }
        try (OutputStream out = new FileOutputStream(temporary)) {
            out.write(utf8(text));
        } catch (IOException full) {
            temporary.delete();
            throw full;
        }
        if (!temporary.renameTo(file)) {
            temporary.delete();
            throw new IOException("cannot replace " + file);
        }
    }

    /**
     * Whether the last write was whole. If not, a full disk kept half a line, or another process is in the middle of its write.
     */
    private static boolean endsLine(File file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            return endsLine(in);
        }
    }

    /**
     * Ends the half line in front of what was appended, if there is one. The system lets one process at a time write to a file,
     * so by now a write that was going on is over, and what has no end stays so. In place, with the blank as the room for it:
     * an end written ahead would leave an empty line whenever there was no half line.
     */
    private static void separate(File file, byte[] appended) throws IOException {
        if (!file.isFile()) {
            return; // pruned meanwhile
        }
        try (RandomAccessFile open = new RandomAccessFile(file, "rw")) {
            long length = open.length();
            long from = Math.max(0, length - MOST_BYTES_SINCE - appended.length);
            byte[] tail = new byte[(int) (length - from)];
            open.seek(from);
            open.readFully(tail);
            // One char a byte: places are offsets.
            String text = new String(tail, StandardCharsets.ISO_8859_1);
            int at = text.lastIndexOf(new String(appended, StandardCharsets.ISO_8859_1));
            if (at > 0 && tail[at - 1] != '\n') {
                byte[] moved = new byte[appended.length];
                moved[0] = '\n';
                System.arraycopy(appended, 0, moved, 1, appended.length - 2);
                moved[moved.length - 1] = '\n';
                open.seek(from + at);
                open.write(moved);
            }
        }
    }

    private static boolean endsLine(RandomAccessFile in) throws IOException {
        long length = in.length();
        if (length == 0) {
            return true;
        }
        in.seek(length - 1);
        return in.read() == '\n';
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
