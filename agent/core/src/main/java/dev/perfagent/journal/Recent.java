package dev.perfagent.journal;

import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The durations of a command's last runs, {@code recent/APPLICATION/COMMAND}: a line a run, {@code FINGERPRINT TOTAL_MS}, newest
 * last. Derived from the history; a damaged line is passed over.
 */
public final class Recent {
    private static final int MOST_RUNS = 50;
    /** Where the file is cut: some 30 bytes a line, so at least {@link #MOST_RUNS} stay. */
    private static final long LARGEST_BYTES = 16 * 1024;

    private static final int KEPT_BYTES = 4 * 1024;

    private final Home home;

    /** The recent runs of that home. */
    public Recent(Home home) {
        this.home = home;
    }

    /** Durations of runs like that one that ended well, in milliseconds, newest first; empty when there are none. */
    public List<Double> totalsBefore(Run run) {
        List<Double> totals = new ArrayList<>();
        String tail = tail(file(run), KEPT_BYTES);
        String wanted = run.environment().fingerprint() + ' ';
        int from = 0;
        int end = tail.indexOf('\n');
        while (end >= 0) {
            if (tail.startsWith(wanted, from)) {
                try {
                    totals.add(Double.valueOf(tail.substring(from + wanted.length(), end)));
                } catch (NumberFormatException damaged) {
                    from = end + 1;
                    end = tail.indexOf('\n', from);
                    continue;
                }
            }
            from = end + 1;
            end = tail.indexOf('\n', from);
        }
        Collections.reverse(totals);
        return totals.size() > MOST_RUNS ? totals.subList(0, MOST_RUNS) : totals;
    }

    /** Remembers a run, if it ended well and was a warm one: a cold one takes longer for our sake. */
    public void append(Run run) throws IOException {
        if (run.outcome() != Outcome.SUCCESS || !run.self().plan().equals(AgentCost.WARM)) {
            return;
        }
        File file = file(run);
        OwnerFile.createFolder(file.getParentFile());
        if (file.length() > LARGEST_BYTES) {
            String tail = tail(file, KEPT_BYTES);
            OwnerFile.replace(file, tail.substring(tail.indexOf('\n') + 1));
        }
        double millis = Math.round(run.duration().totalMs() * 1000) / 1000.0;
        OwnerFile.appendLine(file, run.environment().fingerprint() + ' ' + millis);
    }

    private File file(Run run) {
        return home.resolve("recent/" + Home.fileName(run.application()) + '/' + Home.fileName(run.command()));
    }

    private static String tail(File file, int bytes) {
        if (!file.isFile()) {
            return "";
        }
        try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
            in.seek(Math.max(0, in.length() - bytes));
            ByteArrayOutputStream read = new ByteArrayOutputStream(bytes);
            byte[] buffer = new byte[bytes];
            for (int n = in.read(buffer); n > 0 && read.size() < bytes * 2; n = in.read(buffer)) {
                read.write(buffer, 0, n);
            }
            return read.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return ""; // derived data: without it the run is judged by its fixed limits only
        }
    }
}
