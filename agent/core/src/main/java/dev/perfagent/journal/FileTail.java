package dev.perfagent.journal;

import dev.perfagent.machine.OwnerOnly;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** The end of a file of lines. */
final class FileTail {
    private FileTail() {}

    /** Its last whole lines, of that many bytes at most. */
    static String of(File file, int bytes) throws IOException {
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
            String text = new String(buffer, 0, length, StandardCharsets.UTF_8);
            int begin = from == 0 ? 0 : text.indexOf('\n') + 1;
            return text.substring(begin, Math.max(begin, text.lastIndexOf('\n') + 1));
        }
    }
}
