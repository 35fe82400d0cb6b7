package dev.perfagent.journal;

import dev.perfagent.machine.OwnerOnly;
import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.RecentRuns;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a command's last runs ended and what they took, {@code recent/APPLICATION/COMMAND}: a line a run, newest last, {@code FINGERPRINT
 * TOTAL_MS END VERSION}, where {@code END} is {@code s} for success, {@code c} for success in a cold run and {@code e} for an error.
 *
 * <p>Derived from the history, and made from its newest days when it is missing or nothing in it can be read. A line that is damaged
 * is passed over; one of two fields is by an older agent, which kept the good ends of warm runs alone.
 */
public final class RecentRunsFile {
    static final char SUCCESS = 's';
    static final char COLD = 'c';
    static final char ERROR = 'e';
    /** The version of an application that has none. */
    static final String NO_VERSION = "-";

    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;
    private static final int MOST_RUNS = 50;
    private static final int KEPT_BYTES = 8 * 1024;
    private static final int MOST_VERSION_CHARS = 60;

    private final Home home;
    private final Run run;
    private final CommandFile file;
    private final String fingerprint;
    private final String version;
    private final double[] own = new double[MOST_RUNS];
    private final double[] other = new double[MOST_RUNS];
    private int owns;
    private int others;
    private @Nullable String otherVersion;
    private int ended;
    private int failed;
    private boolean damaged;
    private String rebuilt = "";

    /** For that run, which is not among them yet. */
    public RecentRunsFile(Home home, Run run) {
        this.home = home;
        this.run = run;
        this.file = new CommandFile(home, "recent", run, KEPT_BYTES);
        this.fingerprint = run.environment().fingerprint();
        this.version = version(run.applicationVersion());
    }

    /** What the file tells, or else the history. */
    public RecentRuns before() {
        String tail = file.tail();
        read(tail);
        if (ended == 0 && (!tail.isEmpty() || !file.isThere())) {
            damaged = !tail.isEmpty();
            rebuilt = new HistoryTail(home, run).lines();
            read(rebuilt);
        }
        return runs();
    }

    /** What the file tells: the history may be long, and nothing hangs on this reading. */
    public RecentRuns known() {
        read(file.tail());
        return runs();
    }

    private RecentRuns runs() {
        boolean named = otherVersion != null && !otherVersion.equals(NO_VERSION);
        return new RecentRuns(first(own, owns), first(other, others), named ? otherVersion : null, ended, failed);
    }

    /** Remembers the run. */
    public void append() throws IOException {
        if (damaged) {
            file.replace(rebuilt);
        } else if (file.isFull()) {
            file.replace(file.tail());
        }
        boolean success = run.outcome() == Outcome.SUCCESS;
        boolean warm = run.self().plan().equals(AgentCost.WARM);
        char end = success ? warm ? SUCCESS : COLD : ERROR;
        file.append(rebuilt, line(fingerprint, run.duration().totalMs(), end, version));
    }

    /**
     * Whether a day has passed since this was last asked for the application. The first day begins with the first question: until then
     * hardly any command has had its run.
     */
    public boolean isDayOver() throws IOException {
        File stamp = home.resolve("recent/" + Home.fileName(run.application()) + "/.day");
        long now = System.currentTimeMillis();
        long before = stamp.lastModified();
        if (before != 0 && now - before < DAY_MILLIS) {
            return false;
        }
        if (before == 0) {
            OwnerOnly.createFile(stamp);
            return false;
        }
        return stamp.setLastModified(now);
    }

    static String line(String fingerprint, double totalMs, char end, String version) {
        return fingerprint + ' ' + Math.round(totalMs * 1000) / 1000.0 + ' ' + end + ' ' + version;
    }

    /** As it is written: without line ends, and not without end. */
    static String version(@Nullable String version) {
        if (version == null || version.isBlank()) {
            return NO_VERSION;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < version.length() && i < MOST_VERSION_CHARS; i++) {
            char c = version.charAt(i);
            plain.append(c < ' ' || c == 0x7f ? '_' : c);
        }
        return plain.toString();
    }

    /** Newest first, so from the end. */
    private void read(String lines) {
        int end = lines.length() - 1;
        while (end > 0) {
            int from = lines.lastIndexOf('\n', end - 1) + 1;
            readLine(lines, from, end);
            end = from - 1;
        }
    }

    private void readLine(String lines, int from, int end) {
        int first = lines.indexOf(' ', from);
        if (first < 0 || first >= end) {
            return;
        }
        int second = lines.indexOf(' ', first + 1);
        boolean old = second < 0 || second >= end;
        char how = old ? SUCCESS : lines.charAt(second + 1);
        double totalMs;
        try {
            totalMs = Double.parseDouble(lines.substring(first + 1, old ? end : second));
        } catch (NumberFormatException torn) {
            return;
        }
        if (how != SUCCESS && how != COLD && how != ERROR) {
            return;
        }
        if (ended < RecentRuns.ENDS - 1) {
            ended++;
            failed += how == ERROR ? 1 : 0;
        }
        boolean same = first - from == fingerprint.length() && lines.startsWith(fingerprint, from);
        if (how == SUCCESS && same && totalMs >= 0) {
            add(
                    totalMs,
                    old || second + 3 > end
                            ? version
                            : lines.substring(second + 3, end).trim());
        }
    }

    private void add(double totalMs, String ofVersion) {
        if (ofVersion.equals(version)) {
            if (owns < MOST_RUNS) {
                own[owns++] = totalMs;
            }
            return;
        }
        if (otherVersion == null) {
            otherVersion = ofVersion;
        }
        if (ofVersion.equals(otherVersion) && others < MOST_RUNS) {
            other[others++] = totalMs;
        }
    }

    private static double[] first(double[] values, int count) {
        double[] first = new double[count];
        System.arraycopy(values, 0, first, 0, count);
        return first;
    }
}
