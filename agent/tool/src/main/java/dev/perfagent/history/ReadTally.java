package dev.perfagent.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What could not be read, counted, so that it is reported once and never fails the reading. A line or file counts once,
 * however often
 * it is read.
 */
public final class ReadTally {
    private final Map<Path, Skipped> skipped = new HashMap<>();
    private final Set<Path> unreadable = new HashSet<>();
    private long files;
    private @Nullable IOException firstProblem;

    /** Lines that are no run: truncated, overlong or not ours. */
    public long malformed() {
        long lines = 0;
        for (Skipped ofFile : skipped.values()) {
            lines += ofFile.malformed();
        }
        return lines;
    }

    /** Lines of a later version. */
    public long newer() {
        long lines = 0;
        for (Skipped ofFile : skipped.values()) {
            lines += ofFile.newer();
        }
        return lines;
    }

    /** All lines passed over. */
    public long skippedLines() {
        return malformed() + newer();
    }

    /** Files that could not be read. */
    public long unreadableFiles() {
        return unreadable.size();
    }

    /** Why the first of them could not be read. */
    public @Nullable IOException firstProblem() {
        return firstProblem;
    }

    /** Runs that were left out because they are dated in the future; they can be read. */
    public long future() {
        long lines = 0;
        for (Skipped ofFile : skipped.values()) {
            lines += ofFile.future();
        }
        return lines;
    }

    /** Whether everything was understood. */
    public boolean isWhole() {
        return skippedLines() == 0 && unreadable.isEmpty();
    }

    /** Throws when there was something to read and none of it could be read. */
    public void throwIfNothingWasRead() throws IOException {
        if (files == 0 && firstProblem != null) {
            throw firstProblem;
        }
    }

    /** Other parts of the files that were read. */
    void addPart(ReadTally part) {
        add(part, Skipped::plus);
    }

    /** Another reading, maybe of the same files. */
    void addReading(ReadTally reading) {
        add(reading, Skipped::orMore);
    }

    private void add(ReadTally other, BinaryOperator<Skipped> both) {
        other.skipped.forEach((file, lines) -> skipped.merge(file, lines, both));
        unreadable.addAll(other.unreadable);
        files += other.files;
        if (firstProblem == null) {
            firstProblem = other.firstProblem;
        }
    }

    void countMalformed(Path file) {
        skipped.merge(file, new Skipped(1, 0, 0), Skipped::plus);
    }

    void countNewer(Path file) {
        skipped.merge(file, new Skipped(0, 1, 0), Skipped::plus);
    }

    void countFuture(Path file) {
        skipped.merge(file, new Skipped(0, 0, 1), Skipped::plus);
    }

    void countFile() {
        files++;
    }

    void countUnreadable(Path file, IOException reason) {
        unreadable.add(file);
        if (firstProblem == null) {
            firstProblem = FileProblem.with(file, reason);
        }
    }

    /** Lines of one file. */
    private record Skipped(long malformed, long newer, long future) {
        Skipped plus(Skipped others) {
            return new Skipped(malformed + others.malformed, newer + others.newer, future + others.future);
        }

        Skipped orMore(Skipped again) {
            return new Skipped(
                    Math.max(malformed, again.malformed), Math.max(newer, again.newer), Math.max(future, again.future));
        }
    }
}
