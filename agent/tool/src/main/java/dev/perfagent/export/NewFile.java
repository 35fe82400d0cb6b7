package dev.perfagent.export;

import dev.perfagent.history.FileProblem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears, or replaces the one of its name, when it is complete; until then it has another name. */
public final class NewFile implements AutoCloseable {
    private final Path path;
    private final Path temporary;
    private final OutputStream stream;
    private boolean complete;

    private NewFile(Path path, Path temporary, OutputStream stream) {
        this.path = path;
        this.temporary = temporary;
        this.stream = stream;
    }

    /**
     * Begins it; folders on the way are made.
     *
     * @throws IOException says which file cannot be written
     */
    public static NewFile at(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        try {
            if (Files.isDirectory(path)) {
                throw new IOException("it is a folder");
            }
            if (folder != null) {
                createFolders(folder);
            }
            Path temporary = path.resolveSibling("." + path.getFileName() + "." + Long.toHexString(System.nanoTime()));
            return new NewFile(path, temporary, new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16));
        } catch (IOException e) {
            throw FileProblem.writing(path, e);
        }
    }

    private static void createFolders(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + " is not a folder", e);
        }
    }

    /** What is written here will be in it. */
    public OutputStream stream() {
        return stream;
    }

    /** Everything is written. */
    public void complete() throws IOException {
        try {
            stream.close();
            Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileProblem.writing(path, e);
        }
        complete = true;
    }

    /** Takes back what is not complete. */
    @Override
    public void close() throws IOException {
        if (!complete) {
            try {
                stream.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
