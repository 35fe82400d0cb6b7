package dev.perfagent.history;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What could not be read, counted, so that it is told once and never fails the reading. */
public final class ReadTally {
    private long malformed;
    private long newer;
    private long files;
    private long unreadable;
    private @Nullable IOException firstProblem;

    /** Lines that are no run: truncated, overlong or not ours. */
    public long malformed() {
        return malformed;
    }

    /** Lines of a later version. */
    public long newer() {
        return newer;
    }

    /** All lines passed over. */
    public long skippedLines() {
        return malformed + newer;
    }

    /** Files that could not be read. */
    public long unreadableFiles() {
        return unreadable;
    }

    /** Why the first of them could not be read. */
    public @Nullable IOException firstProblem() {
        return firstProblem;
    }

    /** Whether everything was understood. */
    public boolean isWhole() {
        return skippedLines() == 0 && unreadable == 0;
    }

    /** Throws when there was something to read and none of it could be read. */
    public void throwIfNothingWasRead() throws IOException {
        if (files == 0 && firstProblem != null) {
            throw firstProblem;
        }
    }

    void addAll(ReadTally other) {
        malformed += other.malformed;
        newer += other.newer;
        files += other.files;
        unreadable += other.unreadable;
        if (firstProblem == null) {
            firstProblem = other.firstProblem;
        }
    }

    void countMalformed() {
        malformed++;
    }

    void countNewer() {
        newer++;
    }

    void countFile() {
        files++;
    }

    void countUnreadable(Path file, IOException reason) {
        unreadable++;
        if (firstProblem == null) {
            firstProblem = Problem.with(file, reason);
        }
    }
}
