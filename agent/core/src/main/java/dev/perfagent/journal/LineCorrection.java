package dev.perfagent.journal;

import dev.perfagent.machine.OwnerOnly;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes another line over one near the end of a file that other processes append to: in its place, so never a longer one. */
final class LineCorrection {
    /** How far from the end it is looked for: it was the last line some milliseconds ago. */
    private static final int MOST_BYTES = 1024 * 1024;

    private LineCorrection() {}

    /**
     * Replaces the last line that contains a text; what the new line is shorter is filled with blanks.
     *
     * @throws IOException also when there is no such line, or the new one is longer
     */
    static void replace(File file, String containing, String line) throws IOException {
        if (!file.isFile()) {
            throw OwnerOnly.notRegular(file);
        }
        try (RandomAccessFile open = new RandomAccessFile(file, "rw")) {
            long length = open.length();
            long from = Math.max(0, length - MOST_BYTES);
            byte[] tail = new byte[(int) (length - from)];
            open.seek(from);
            open.readFully(tail);
            String text = new String(tail, StandardCharsets.ISO_8859_1); // one char a byte: places are offsets
            int at = text.lastIndexOf(containing);
            int start = text.lastIndexOf('\n', at) + 1;
            int end = text.indexOf('\n', at);
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            if (at < 0 || end < 0 || bytes.length > end - start) {
                throw new IOException("no line with room for the correction in " + file);
            }
            byte[] filled = Arrays.copyOf(bytes, end - start);
            Arrays.fill(filled, bytes.length, filled.length, (byte) ' ');
            open.seek(from + start);
            open.write(filled);
        }
    }
}
