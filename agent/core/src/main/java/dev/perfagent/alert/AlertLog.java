package dev.perfagent.alert;

import dev.perfagent.machine.OwnerOnly;
import dev.perfagent.machine.TerminalText;
import dev.perfagent.run.Alert;
import dev.perfagent.run.IsoTime;
import dev.perfagent.run.Run;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The file in which alerts stay: one block an alert, as on the console, below a line that says when, what and of which run; an
 * empty line ends a block.
 *
 * <p>Many processes write to one log at once, so all blocks of a run are appended by one write, which the system does not mix
 * with others.
 */
public final class AlertLog {
    /** About 3,000 alerts: years of them for one user, and still opened at once by any editor. */
    static final long MAX_BYTES = 1 << 20;

    private static final AlertText TEXT = new AlertText(true, false, 0);

    /** Together 20 ms: long enough for another process to go on with its write. */
    private static final int MOST_LOOKS = 11;

    private static final long LOOK_MILLIS = 2;

    private static final String SEPARATOR = ": ";

    /** In the name of an application, so that a reader finds where the command begins. */
    private static final String ESCAPED_SEPARATOR = "\\u003a ";

    private final File file;

    /**
     * The log kept in that file.
     *
     * @param file in a folder that exists, is the user's own and closed to others
     */
    public AlertLog(File file) {
        this.file = file;
    }

    /**
     * Appends alerts of a run.
     *
     * @throws IOException when they could not be written, or the full log not be put aside; the application need not know
     */
    public void append(Run run, List<Alert> alerts) throws IOException {
        append(run.endMillis(), run.executionId(), run.application(), run.command(), alerts);
    }

    /**
     * Appends alerts of something that is not recorded as a run.
     *
     * @param id what the alerts are about, in place of the execution
     * @throws IOException as above
     */
    public void append(long atMillis, String id, String application, String command, List<Alert> alerts)
            throws IOException {
        byte[] blocks = blocks(atMillis, id, application, command, alerts).getBytes(StandardCharsets.UTF_8);
        if (blocks.length == 0) {
            return;
        }
        create();
        boolean fits = file.length() == 0 || file.length() + blocks.length <= MAX_BYTES;
        boolean rotated = fits || new LogRotation(file).rotate(MAX_BYTES - blocks.length);
        if (rotated && !fits) {
            create();
        }
        try (FileOutputStream out = new FileOutputStream(file, true)) {
            out.write(afterWhole(blocks));
        }
        if (!rotated) {
            throw new IOException("cannot put the full " + file + " aside");
        }
    }

    private static String blocks(long atMillis, String id, String application, String command, List<Alert> alerts) {
        StringBuilder out = new StringBuilder();
        for (Alert alert : alerts) {
            out.append(IsoTime.utc(atMillis)).append(' ');
            out.append(alert.severity().text()).append(' ');
            out.append(alert.type().key()).append(' ');
            out.append(TerminalText.escape(id, true)).append(' ');
            out.append(TerminalText.escape(application, true).replace(SEPARATOR, ESCAPED_SEPARATOR));
            out.append(SEPARATOR);
            out.append(TerminalText.escape(command, true)).append('\n');
            for (String line : TEXT.lines(alert)) {
                out.append(line).append('\n');
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** The blocks, after what ends a block that a full disk has cut off. */
    private byte[] afterWhole(byte[] blocks) throws IOException {
        int missing = missingLineEnds();
        if (missing == 0) {
            return blocks;
        }
        byte[] all = new byte[missing + blocks.length];
        System.arraycopy(blocks, 0, all, missing, blocks.length);
        for (int i = 0; i < missing; i++) {
            all[i] = '\n';
        }
        return all;
    }

    /**
     * A block that is just being written looks as one that was cut off, so it is given some time. What cannot be known, for
     * another process has put the file aside, is taken for missing: an empty line too many does no harm.
     */
    private int missingLineEnds() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            int missing = missingLineEnds(in);
            for (int looks = 1; missing > 0 && looks < MOST_LOOKS; looks++) {
                Thread.sleep(LOOK_MILLIS);
                missing = missingLineEnds(in);
            }
            return missing;
        } catch (FileNotFoundException putAside) {
            return 2;
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private static int missingLineEnds(RandomAccessFile in) throws IOException {
        long length = in.length();
        if (length < 2) {
            return length == 0 ? 0 : 2;
        }
        in.seek(length - 2);
        boolean before = in.read() == '\n';
        return in.read() != '\n' ? 2 : before ? 0 : 1;
    }

    /**
     * Makes the file, closed to others, when there is none; refuses what somebody may have put in its place. What was there a
     * moment ago may have been put aside by another process since.
     */
    private void create() throws IOException {
        for (int looks = 1; !isReady(); looks++) {
            if (looks == MOST_LOOKS) {
                throw OwnerOnly.notRegular(file);
            }
        }
    }

    private boolean isReady() throws IOException {
        return (!file.exists() && OwnerOnly.createFile(file)) || (file.isFile() && !isLink());
    }

    /** A link shows by its own path leading elsewhere; its folder may well be reached through links. */
    private boolean isLink() throws IOException {
        File parent = file.getAbsoluteFile().getParentFile();
        File inPlace = parent == null ? file : new File(parent.getCanonicalFile(), file.getName());
        return !file.getCanonicalPath().equals(inPlace.getPath());
    }
}
