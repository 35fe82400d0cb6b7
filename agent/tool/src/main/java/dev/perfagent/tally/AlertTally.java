package dev.perfagent.tally;

import dev.perfagent.history.AlertField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.StoredValues;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alerts of all runs of a command, added up. */
public final class AlertTally {
    private static final int MOST_TYPES = 50;
    private static final int MOST_SUBJECTS = 200;

    private final BoundedTotals<String, Count> types =
            new BoundedTotals<>(MOST_TYPES, BoundedTotals.OTHERS, Count::new);
    private final BoundedTotals<Subject, Tip> tips =
            new BoundedTotals<>(MOST_SUBJECTS, new Subject(BoundedTotals.OTHERS, ""), Tip::new);

    void add(StoredRun run) {
        Set<String> stated = new HashSet<>();
        for (StoredValues<AlertField> alert : run.alerts()) {
            String type = alert.text(AlertField.TYPE, "");
            if (stated.add(type)) {
                types.get(type).runs++;
            }
            String tip = alert.text(AlertField.TIP);
            if (tip != null && !tip.isBlank()) {
                tips.get(new Subject(type, alert.text(AlertField.SUBJECT, ""))).add(run.start(), tip);
            }
        }
    }

    void addAll(AlertTally other) {
        types.addAll(other.types, (mine, theirs) -> mine.runs += theirs.runs);
        tips.addAll(other.tips, Tip::addAll);
    }

    /** How many runs had an alert of each type. */
    public Map<String, Count> types() {
        return types.totals();
    }

    /** The advice that came with them. */
    public Map<Subject, Tip> tips() {
        return tips.totals();
    }

    /** What an alert is about. */
    public record Subject(String type, String subject) {}

    /** How many runs. */
    public static final class Count {
        private long runs;

        public long runs() {
            return runs;
        }
    }

    /** The same advice, time and again with other figures. */
    public static final class Tip {
        private long times;
        private @Nullable Instant last;
        private String text = "";

        private void add(Instant start, String stated) {
            times++;
            take(start, stated);
        }

        private void addAll(Tip other) {
            times += other.times;
            if (other.last != null) {
                take(other.last, other.text);
            }
        }

        private void take(Instant start, String stated) {
            if (last == null || start.isAfter(last)) {
                last = start;
                text = stated;
            }
        }

        /** How often it was given. */
        public long times() {
            return times;
        }

        /** As it was given last. */
        public String text() {
            return text;
        }
    }
}
