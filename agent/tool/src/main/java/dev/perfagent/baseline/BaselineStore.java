package dev.perfagent.baseline;

import dev.perfagent.history.FileProblem;
import dev.perfagent.history.FolderListing;
import dev.perfagent.history.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The saved baselines below a home: a file for each, for its owner only, replaced in one step. */
public final class BaselineStore {
    /** What a baseline may be called. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");

    private static final String SUFFIX = ".json";

    /** Some hundred commands with all the runs that are kept. */
    private static final int MAX_BYTES = 128 * 1024 * 1024;

    private final Path folder;

    /** @param home the folder that holds {@code baselines} */
    public BaselineStore(Path home) {
        this.folder = home.resolve("baselines");
    }

    /** The file of a name; null when none is saved under it. */
    public @Nullable Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            return null;
        }
        Path file = path(name);
        return Files.isRegularFile(file) || !Files.notExists(file) && !Files.exists(file) ? file : null;
    }

    /** The names, in alphabetical order. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : FolderListing.of(folder, "*" + SUFFIX)) {
            String name = String.valueOf(file.getFileName());
            name = name.substring(0, name.length() - SUFFIX.length());
            if (NAME.matcher(name).matches()) {
                names.add(name);
            }
        }
        names.sort(null);
        return names;
    }

    /**
     * Keeps a baseline.
     *
     * @param replace whether one of that name may be replaced
     * @return where it is; null when there is one of that name and it may not be replaced
     */
    public @Nullable Path save(Baseline baseline, boolean replace) throws IOException {
        FolderListing.of(folder, SUFFIX); // says what is wrong with it
        Path file = path(baseline.name());
        if (!replace && Files.exists(file)) {
            return null;
        }
        try {
            return save(baseline, file, replace);
        } catch (IOException e) {
            throw FileProblem.writing(file, e);
        }
    }

    private @Nullable Path save(Baseline baseline, Path file, boolean replace) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path temporary = Files.createTempFile(folder, "save", ".tmp", ownerOnly("rw-------"));
        try {
            Files.writeString(temporary, BaselineFormat.write(baseline), StandardCharsets.UTF_8);
            move(temporary, file, replace);
            return file;
        } catch (FileAlreadyExistsException e) {
            return null;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Forgets a baseline; false when there is none of that name. */
    public boolean delete(String name) throws IOException {
        try {
            return NAME.matcher(name).matches() && Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw FileProblem.deleting(path(name), e);
        }
    }

    /** Reads a baseline's file, saved here or anywhere. */
    public static Baseline read(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is larger than " + MAX_BYTES / 1024 / 1024 + " MB");
            }
            return BaselineFormat.read(bytes);
        } catch (IOException e) {
            throw FileProblem.with(file, e);
        }
    }

    private Path path(String name) {
        return folder.resolve(name + SUFFIX);
    }

    /** Only replacing can be done in one step everywhere; without it, who comes first wins. */
    private static void move(Path from, Path to, boolean replace) throws IOException {
        if (!replace) {
            Files.move(from, to);
            return;
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
