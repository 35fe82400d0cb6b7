package dev.perfagent.journal;

import dev.perfagent.machine.OwnerOnly;
import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Decimal;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Run;
import dev.perfagent.threshold.RecentRuns;
import dev.perfagent.threshold.RecentTimes;
import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a command's last runs ended and what they took, {@code recent/APPLICATION/COMMAND}: a line a run, newest last,
 * {@code FINGERPRINT TOTAL_MS END CPU_WAIT_MS THREAD_CPU_MS CPU_TIME_MS JVM_CPU_MS @GAUGE_MS/LOOK_US/GAUGE_ID VERSION}, where
 * {@code END} is {@code S} for success, {@code C} for success in a cold run and {@code E} for an error, and {@code -} a time
 * that is not known. What begins with {@code @} is missing where there is no gauge, and {@code LOOK_US/} in short runs. The
 * version comes last, because there may be blanks in it.
 *
 * <p>Derived from the history, and made from its newest days when it is missing or nothing in it can be read. A line that is
 * damaged is passed over. A line with a small letter is by an older agent, or of another system than Linux, and has no CPU
 * times; one of two fields is by a still older one, which kept the good ends of warm runs alone.
 */
public final class RecentRunsFile {
    static final char SUCCESS = 's';
    static final char COLD = 'c';
    static final char ERROR = 'e';
    /** The version of an application that has none. */
    static final String NO_VERSION = "-";

    private static final String UNKNOWN = "-";
    private static final String GAUGE = " @";

    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;
    private static final int KEPT_BYTES = 8 * 1024;
    private static final int MOST_VERSION_CHARS = 60;

    private final Home home;
    private final Run run;
    private final CommandFile file;
    private final String fingerprint;
    private final String version;
    private final RecentTimes own = new RecentTimes();
    private final RecentTimes other = new RecentTimes();
    /** Compared with nothing. */
    private final RecentTimes ofOlderVersions = new RecentTimes();

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

    /** What the file says, or else the history. */
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

    /** What the file says: the history may be long, and nothing hangs on this reading. */
    public RecentRuns known() {
        read(file.tail());
        return runs();
    }

    private RecentRuns runs() {
        boolean named = otherVersion != null && !otherVersion.equals(NO_VERSION);
        return new RecentRuns(own, other, named ? otherVersion : null, ended, failed);
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
        Contention contention = run.resourceUsage().contention();
        double[] parts = {
            RecentTimes.known(contention.cpuWaitMs()),
            RecentTimes.known(contention.threadCpuMs()),
            RecentTimes.known(run.resourceUsage().cpuTimeMs()),
            RecentTimes.known(contention.jvmCpuMs())
        };
        String gauge = gauge(
                RecentTimes.known(contention.gaugeMs()), RecentTimes.known(contention.lookUs()), contention.gaugeId());
        file.append(rebuilt, line(fingerprint, run.duration().totalMs(), end, parts, gauge, version));
    }

    /**
     * Whether a day has passed since this was last asked for the application. The first day begins with the first question:
     * until then hardly any command has had its run.
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

    /**
     * A line without its end.
     *
     * @param parts waiting for a CPU, CPU time of the command's thread, of the process, of the JVM's own threads; NaN when not
     *     known
     * @param gauge see {@link #gauge}
     */
    static String line(String fingerprint, double totalMs, char end, double[] parts, String gauge, String version) {
        StringBuilder line = new StringBuilder(100);
        line.append(fingerprint).append(' ');
        Decimal.append(line, totalMs);
        line.append(' ');
        if (isKnown(parts)) {
            line.append((char) (end - 'a' + 'A'));
            for (double ms : parts) {
                line.append(' ');
                if (Double.isNaN(ms)) {
                    line.append(UNKNOWN);
                } else {
                    Decimal.append(line, ms);
                }
            }
            line.append(gauge);
        } else {
            line.append(end);
        }
        return line.append(' ').append(version).toString();
    }

    /** The word for a gauge, with a blank before it; empty when it is not known. */
    static String gauge(double ms, double lookUs, @Nullable String id) {
        if (id == null || !(ms > 0)) {
            return "";
        }
        StringBuilder word = new StringBuilder(32).append(GAUGE);
        Decimal.append(word, ms);
        if (lookUs > 0) {
            word.append('/');
            Decimal.append(word, lookUs);
        }
        return word.append('/').append(id).toString();
    }

    /** Whether what is judged by is: the process's CPU time alone says nothing. */
    private static boolean isKnown(double[] parts) {
        return !Double.isNaN(parts[0]) || !Double.isNaN(parts[3]);
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
        if (first < 0 || first >= end || isOneTooMany(lines, from, end)) {
            return;
        }
        int second = blank(lines, first + 1, end);
        boolean old = second == end;
        char letter = old ? SUCCESS : lines.charAt(second + 1);
        boolean parts = letter >= 'A' && letter <= 'Z';
        char how = parts ? (char) (letter - 'A' + 'a') : letter;
        int at = second + 2;
        double totalMs;
        double[] times = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        double[] gauges = {Double.NaN, Double.NaN};
        try {
            totalMs = Decimal.parse(lines.substring(first + 1, second));
            for (int i = 0; i < times.length && parts; i++) {
                int next = blank(lines, at + 1, end);
                times[i] = number(lines.substring(at + 1, next));
                at = next;
            }
            if (parts && lines.startsWith(GAUGE, at)) {
                int next = blank(lines, at + 1, end);
                readGauges(lines.substring(at + GAUGE.length(), next), gauges);
                at = next;
            }
        } catch (RuntimeException torn) {
            return;
        }
        if ((how != SUCCESS && how != COLD && how != ERROR) || (parts && at >= end)) {
            return;
        }
        if (ended < RecentRuns.ENDS - 1) {
            ended++;
            failed += how == ERROR ? 1 : 0;
        }
        boolean same = first - from == fingerprint.length() && lines.startsWith(fingerprint, from);
        if (how == SUCCESS && same && totalMs >= 0) {
            String ofVersion =
                    old || at + 1 > end ? version : lines.substring(at + 1, end).trim();
            times(ofVersion).add(totalMs, times[0], times[1], times[2], times[3], gauges[0], gauges[1]);
        }
    }

    /** Whether it is of this version, and enough of those are known already: most lines are, and reading one takes time. */
    private boolean isOneTooMany(String lines, int from, int end) {
        int at = end - version.length();
        return own.runs() == RecentTimes.MOST_RUNS
                && ended == RecentRuns.ENDS - 1
                && at > from
                && lines.charAt(at - 1) == ' '
                && lines.startsWith(version, at);
    }

    /** Leaves what is of other work than the agent does now. */
    private void readGauges(String word, double[] gauges) {
        int last = word.lastIndexOf('/');
        if (last > 0
                && word.substring(last + 1)
                        .equals(run.resourceUsage().contention().gaugeId())) {
            int first = word.indexOf('/');
            gauges[0] = Decimal.parse(word.substring(0, first));
            gauges[1] = first < last ? Decimal.parse(word.substring(first + 1, last)) : Double.NaN;
        }
    }

    /** Where the word that begins there ends. */
    private static int blank(String lines, int from, int end) {
        int blank = lines.indexOf(' ', from);
        return blank < 0 || blank > end ? end : blank;
    }

    private static double number(String text) {
        return text.equals(UNKNOWN) ? Double.NaN : Decimal.parse(text);
    }

    /** Where runs of that version go. */
    private RecentTimes times(String ofVersion) {
        if (ofVersion.equals(version)) {
            return own;
        }
        if (otherVersion == null) {
            otherVersion = ofVersion;
        }
        return ofVersion.equals(otherVersion) ? other : ofOlderVersions;
    }
}
