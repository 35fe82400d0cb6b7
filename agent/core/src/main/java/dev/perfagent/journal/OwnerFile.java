package dev.perfagent.journal;

import dev.perfagent.machine.OwnerOnly;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** Writes files that only their owner can read. */
final class OwnerFile {
    /** Together 20 ms: long enough for another process to go on with its write, and nobody notices it once in a disk's life. */
    private static final int MOST_LOOKS = 11;

    private static final long LOOK_MILLIS = 2;

    private OwnerFile() {}

    /** Makes the folder if it is missing; in nearly every run it is there, and nothing is loaded for it. */
    static void createFolder(File folder) throws IOException {
        if (!folder.isDirectory()) {
            OwnerOnly.createFolder(folder);
        }
    }

    /** Appends a line in one write, so that lines of many processes do not mix. */
    static void appendLine(File file, String line) throws IOException {
        boolean fresh = !file.exists() && OwnerOnly.createFile(file);
        if (!file.isFile()) {
            throw OwnerOnly.notRegular(file);
        }
        boolean torn = !fresh && !endsLine(file);
        try (OutputStream out = new FileOutputStream(file, true)) {
            out.write(utf8((torn ? "\n" : "") + line + "\n"));
        }
    }

    /** Replaces the file as a whole: a reader sees the old text or the new one. */
    static void replace(File file, String text) throws IOException {
        File temporary = new File(file.getPath() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        if (!OwnerOnly.createFile(temporary)) {
            throw new IOException(temporary + " is in the way");
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
     * Whether the last write was whole: a disk that was full may have kept half a line. A line that is just being written looks
     * alike, so it is given some time.
     */
    private static boolean endsLine(File file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            for (int looks = 1; !endsLine(in); looks++) {
                if (looks == MOST_LOOKS) {
                    return false;
                }
                Thread.sleep(LOOK_MILLIS);
            }
            return true;
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return false;
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
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
