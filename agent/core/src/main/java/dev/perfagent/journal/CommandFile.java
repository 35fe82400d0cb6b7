package dev.perfagent.journal;

import dev.perfagent.machine.OwnerOnly;
import dev.perfagent.run.Run;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A small file of lines for each command, {@code FOLDER/APPLICATION/COMMAND}: many processes append to it at once, each by one
 * write. Only its end is ever read, and what is over a bound is cut away; a process that appends in that very moment may lose
 * its line.
 */
final class CommandFile {
    /** Cut at four times what is read of it, so seldom. */
    private static final long SLACK = 4;

    private final Home home;
    private final String path;
    private final File file;
    private final int keptBytes;

    /**
     * The file of the run's command.
     *
     * @param keptBytes of the end, when it is read
     */
    CommandFile(Home home, String folder, Run run, int keptBytes) {
        this(home, folder + '/' + Home.fileName(run.application()) + '/' + Home.fileName(run.command()), keptBytes);
    }

    private CommandFile(Home home, String path, int keptBytes) {
        this.home = home;
        this.path = path;
        this.file = home.resolve(path);
        this.keptBytes = keptBytes;
    }

    /** Whole lines from its end; empty when there is nothing to read. */
    String tail() {
        try {
            return file.isFile() ? OwnerFile.tail(file, keptBytes) : "";
        } catch (IOException unreadable) {
            return ""; // derived data: without it the run is judged by its fixed limits only
        }
    }

    /** The file that agents before this one kept for the command; null when it is this one, or may be of another command. */
    @Nullable
    CommandFile before() {
        String old = path.indexOf(Home.BLANK) < 0 ? path : OldFileName.ofBlanks(path);
        return old.equals(path) ? null : new CommandFile(home, old, keptBytes);
    }

    boolean isThere() {
        return file.exists();
    }

    boolean isFull() {
        return file.length() > keptBytes * SLACK;
    }

    /**
     * Appends whole lines, without the last one's end.
     *
     * @param beginning what goes before them in a file that is only made for it; lines with their ends
     */
    void append(String beginning, String lines) throws IOException {
        OwnerFile.createFolder(file.getParentFile());
        boolean fresh = !file.exists() && OwnerOnly.createFile(file);
        OwnerFile.appendLine(file, fresh ? beginning + lines : lines);
    }

    /** Puts that in place of all there is. */
    void replace(String text) throws IOException {
        OwnerFile.replace(file, text);
    }
}
