package dev.perfagent.journal;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** Writes files that only their owner can read, with java.io, which is all that a measured JVM can afford. */
final class OwnerFile {
    private OwnerFile() {}

    /** Makes the folder and those above it that are missing. */
    static void createFolder(File folder) throws IOException {
        if (folder.isDirectory()) {
            return;
        }
        File above = folder.getAbsoluteFile().getParentFile();
        if (above != null) {
            createFolder(above);
        }
        if (folder.mkdir()) {
            ownerOnly(folder);
            folder.setExecutable(false, false);
            folder.setExecutable(true, true);
        } else if (!folder.isDirectory()) {
            throw new IOException("cannot create the folder " + folder);
        }
    }

    /** Appends a line in one write, so that lines of many processes do not mix. */
    static void appendLine(File file, String line) throws IOException {
        boolean fresh = !file.exists();
        boolean torn = !fresh && !endsLine(file);
        try (OutputStream out = new FileOutputStream(file, true)) {
            if (fresh) {
                ownerOnly(file);
            }
            out.write(utf8((torn ? "\n" : "") + line + "\n"));
        }
    }

    /** Replaces the file as a whole: a reader sees the old text or the new one. */
    static void replace(File file, String text) throws IOException {
        File temporary = new File(file.getPath() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
        try (OutputStream out = new FileOutputStream(temporary)) {
            ownerOnly(temporary);
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

    static void ownerOnly(File file) {
        file.setReadable(false, false);
        file.setReadable(true, true);
        file.setWritable(false, false);
        file.setWritable(true, true);
    }

    /** Whether the last write was whole: a disk that was full may have kept half a line. */
    private static boolean endsLine(File file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            if (in.length() == 0) {
                return true;
            }
            in.seek(in.length() - 1);
            return in.read() == '\n';
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
