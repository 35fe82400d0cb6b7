package dev.perfagent.history;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is in a folder. A folder that is not there is an empty one: nothing has been written yet. */
public final class FolderListing {
    private FolderListing() {}

    /**
     * The entries that fit, by name.
     *
     * @param glob what their names look like
     * @throws IOException says which folder cannot be read, and why
     */
    public static List<Path> of(Path folder, String glob) throws IOException {
        if (!Files.isDirectory(folder)
                && Files.exists(folder)) { // to open a FIFO would wait for somebody who writes into it
            throw FileProblem.with(folder, new NotDirectoryException(folder.toString()));
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
            entries.forEach(found::add);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | DirectoryIteratorException e) {
            throw FileProblem.with(folder, e);
        }
        Collections.sort(found);
        return found;
    }
}
