package dev.perfagent.baseline;

import dev.perfagent.history.FileProblem;
import dev.perfagent.history.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.SortedMap;

/**
 * A {@code benchmarks.yml} that is about to get other baselines.
 *
 * @param file where it is, behind links
 * @param before its text; empty when there is none yet
 * @param splices what changes in it
 * @param conflicts new baselines that do not fit the other limits of their command, a sentence each
 */
public record BenchmarksUpdate(Path file, String before, List<TextEdit> splices, List<String> conflicts) {
    /** As large as the agent reads one. */
    private static final int MAX_BYTES = 256 * 1024;

    public BenchmarksUpdate {
        splices = List.copyOf(splices);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Finds out what is to change; nothing is written.
     *
     * @throws UneditableException when it cannot be done without a risk for the rest of the file
     */
    public static BenchmarksUpdate open(Path given, Medians medians) throws IOException, UneditableException {
        Path file = Files.exists(given) ? given.toRealPath() : given;
        String before = read(file);
        List<TextEdit> splices = BenchmarksEdit.of(before, medians.ms());
        return new BenchmarksUpdate(file, before, splices, LimitOrder.broken(YamlPlaces.meaning(before), medians.ms()));
    }

    /** What a person can paste instead. */
    public static String paste(Medians medians) {
        SortedMap<String, Double> ms = medians.ms();
        return BenchmarksEdit.paste(ms);
    }

    /** How many places change. */
    public int changes() {
        return splices.size();
    }

    /** The change as a unified diff; empty when there is none. */
    public String diff() {
        return UnifiedDiff.of(String.valueOf(file.getFileName()), before, splices);
    }

    /** Replaces the file in one step, with the rights it had. */
    public void write() throws IOException {
        try {
            replace();
        } catch (FileSystemException e) {
            throw FileProblem.writing(file, e);
        }
    }

    private void replace() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, ".benchmarks", ".tmp");
        try {
            Files.writeString(temporary, BenchmarksEdit.apply(before, splices));
            copyRights(temporary);
            if (!read(file).equals(before)) {
                throw new IOException(file + " was changed by somebody else in the meantime; try again");
            }
            move(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void copyRights(Path temporary) throws IOException {
        PosixFileAttributeView to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (to != null && Files.exists(file)) {
            to.setPermissions(Files.getPosixFilePermissions(file));
        }
    }

    private static String read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = RegularFile.bytes(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw FileProblem.with(file, e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new IOException("cannot read " + file + ": it is over " + MAX_BYTES / 1024 + " KB");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("cannot read " + file + ": it is not UTF-8", e);
        }
    }
}
