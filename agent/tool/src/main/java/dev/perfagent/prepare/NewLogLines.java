package dev.perfagent.prepare;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the agent said of its own problems while the command ran. */
final class NewLogLines {
    /** A failure and the frames below it. */
    private static final int MOST_LINES = 10;

    private static final int MOST_BYTES = 16 * 1024;

    private NewLogLines() {}

    static Path file(Path home) {
        return home.resolve("agent.log");
    }

    /** The last lines behind that many bytes; those of the whole file when it began anew. */
    static List<String> after(long bytes, Path home) throws IOException {
        Path file = file(home);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long start = in.length() < bytes ? 0 : bytes;
            long from = Math.max(start, in.length() - MOST_BYTES);
            byte[] text = new byte[(int) (in.length() - from)];
            in.seek(from);
            in.readFully(text);
            List<String> lines = new String(text, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
        }
    }
}
