package dev.perfagent.choice;

import dev.perfagent.run.Measure;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the alerts of a command stand between its runs: how many runs in a row broke a limit, and when it was reported.
 *
 * <p>Kept as lines, one a change, the last one of an alert holds:
 * {@code ROW CALM OPEN TOLD_MILLIS SEVERITY LIMIT MEASURE SUBJECT}. A line that is damaged is passed over; what it said is then
 * reported once more, or a run later.
 */
public final class AlertStates {
    /** More alerts of one command than that are kept apart by nobody. */
    static final int MOST = 50;

    /** The longest cool-down that alerts.yml takes. */
    private static final long OVER_MILLIS = 366L * 24 * 60 * 60_000;

    private static final int FIELDS = 8;

    private final List<Entry> entries = new ArrayList<>();

    private AlertStates() {}

    /**
     * One alert.
     *
     * @param row runs in a row, up to the last one, that broke the limit
     * @param calm runs in a row, up to the last one, that did not, since it was open
     * @param open whether it was found and is not over yet
     * @param reported whether somebody was shown that it is open
     * @param reportedMillis when that was shown last, in milliseconds since the epoch; 0 when never
     * @param severity when it was reported last
     * @param limit what the value has to keep to be fine again, in the measure's unit
     */
    record Entry(
            Measure measure,
            String subject,
            int row,
            int calm,
            boolean open,
            boolean reported,
            long reportedMillis,
            Severity severity,
            double limit) {
        boolean isOf(String name) {
            return subject.equals(clean(name));
        }

        String line() {
            return row + " " + calm + ' ' + (open ? reported ? "T" : "S" : "-") + ' ' + reportedMillis + ' '
                    + severity.text() + ' ' + limit + ' ' + measure.key() + ' ' + clean(subject);
        }

        /** A subject may be named by anybody; a line end in it would be a line of its own. */
        private static String clean(String subject) {
            StringBuilder clean = new StringBuilder(subject.length());
            for (int i = 0; i < subject.length() && i < 200; i++) {
                char c = subject.charAt(i);
                clean.append(c < ' ' || c == 0x7f ? '_' : c);
            }
            return clean.toString();
        }
    }

    /** As the lines have it; empty text is a command that never had an alert. */
    public static AlertStates parse(String lines) {
        AlertStates standing = new AlertStates();
        int from = 0;
        for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', from)) {
            Entry entry = entry(lines.substring(from, end));
            if (entry != null) {
                standing.put(entry);
            }
            from = end + 1;
        }
        return standing;
    }

    List<Entry> entries() {
        return entries;
    }

    @Nullable
    Entry find(Measure measure, String subject) {
        for (Entry entry : entries) {
            if (entry.measure() == measure && entry.isOf(subject)) {
                return entry;
            }
        }
        return null;
    }

    /** How many runs in a row, up to the last one, broke a limit on the same value. */
    public int row(Verdict verdict) {
        Entry entry = find(verdict.measure(), verdict.subject());
        return entry == null ? 0 : entry.row();
    }

    /** The lines that say the same in short: one an alert, and none of those that nobody has to know any more. */
    public String text(long nowMillis) {
        StringBuilder text = new StringBuilder();
        int from = Math.max(0, entries.size() - MOST);
        for (int i = from; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean over = entry.row() == 0 && !entry.open() && nowMillis - entry.reportedMillis() > OVER_MILLIS;
            if (!over) {
                text.append(entry.line()).append('\n');
            }
        }
        return text.toString();
    }

    /** By place: a record's own equals goes through invokedynamic, which a cold JVM pays 10 ms and more for. */
    private void put(Entry entry) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).measure() == entry.measure()
                    && entries.get(i).subject().equals(entry.subject())) {
                entries.remove(i);
                break;
            }
        }
        entries.add(entry);
    }

    private static @Nullable Entry entry(String line) {
        String[] fields = new String[FIELDS];
        int from = 0;
        for (int i = 0; i < FIELDS - 1; i++) {
            int end = line.indexOf(' ', from);
            if (end < 0) {
                return null;
            }
            fields[i] = line.substring(from, end);
            from = end + 1;
        }
        Measure measure = measure(fields[6]);
        Severity severity = Severity.ofText(fields[4]);
        if (measure == null || severity == null) {
            return null;
        }
        try {
            boolean reported = fields[2].equals("T");
            return new Entry(
                    measure,
                    line.substring(from),
                    Integer.parseInt(fields[0]),
                    Integer.parseInt(fields[1]),
                    reported || fields[2].equals("S"),
                    reported,
                    Long.parseLong(fields[3]),
                    severity,
                    Double.parseDouble(fields[5]));
        } catch (NumberFormatException damaged) {
            return null;
        }
    }

    private static @Nullable Measure measure(String key) {
        for (Measure measure : Measure.values()) {
            if (measure.key().equals(key)) {
                return measure;
            }
        }
        return null;
    }
}
