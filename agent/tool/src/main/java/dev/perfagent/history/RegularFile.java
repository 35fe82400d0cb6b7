package dev.perfagent.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads only regular files: a pipe would keep us waiting forever. */
public final class RegularFile {
    private RegularFile() {}

    /** All of it. */
    public static byte[] bytes(Path file) throws IOException {
        check(file);
        return Files.readAllBytes(file);
    }

    /** From its beginning. */
    public static InputStream open(Path file) throws IOException {
        check(file);
        return Files.newInputStream(file);
    }

    /** Fails for what is there and is not a regular file; what is missing is left to whoever opens it. */
    public static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file) && Files.exists(file)) {
            throw new IOException("it is not a regular file");
        }
    }
}
