package dev.perfagent.machine;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes folders and files that are their owner's alone, 0700 and 0600 whatever the umask.
 *
 * <p>With java.nio.file, which a measured JVM loads only when something has to be made: java.io can take a right from others only
 * by taking it from the owner too for a moment, in which another process of the same user fails.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final boolean POSIX = File.separatorChar == '/';

    private OwnerOnly() {}

    /** Makes the folder, and those above it that are missing; one that is there is left as it is. */
    public static void createFolder(File folder) throws IOException {
        if (folder.isDirectory()) {
            return;
        }
        File above = folder.getAbsoluteFile().getParentFile();
        if (above != null) {
            createFolder(above);
        }
        try {
            if (POSIX) {
                Files.createDirectory(folder.toPath(), PosixFilePermissions.asFileAttribute(FOLDER));
                Files.setPosixFilePermissions(folder.toPath(), FOLDER);
            } else {
                Files.createDirectory(folder.toPath());
            }
        } catch (FileAlreadyExistsException another) {
            if (!folder.isDirectory()) {
                throw new IOException(folder + " is a file where a folder is needed", another);
            }
        } catch (NoSuchFileException | RuntimeException impossible) {
            throw new IOException("cannot create the folder " + folder, impossible);
        } catch (FileSystemException refused) {
            String reason = refused.getReason();
            String why = reason == null ? "permission denied" : reason; // the JDK names no reason for that one alone
            throw new IOException("cannot create the folder " + folder + ": " + why, refused);
        }
    }

    /** Why a file is neither read nor written: a pipe would hold the application up forever. */
    public static IOException notRegular(File file) {
        // The name apart from the rest: a path may look like a secret, and be redacted.
        return new IOException(file.getName() + " in " + file.getParent() + " is not a regular file");
    }

    /**
     * Makes an empty file.
     *
     * @return false when there is one already
     */
    public static boolean createFile(File file) throws IOException {
        Path path = file.toPath();
        try {
            if (POSIX) {
                Files.createFile(path, PosixFilePermissions.asFileAttribute(FILE));
                Files.setPosixFilePermissions(path, FILE);
            } else {
                Files.createFile(path);
            }
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        }
    }

    /** Takes a folder that was made otherwise from everybody but its owner. */
    public static void restrictFolder(File folder) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(folder.toPath(), FOLDER);
        }
    }
}
