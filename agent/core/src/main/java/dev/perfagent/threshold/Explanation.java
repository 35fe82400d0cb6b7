package dev.perfagent.threshold;

import dev.perfagent.run.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A verdict in one line, in plain ASCII: the value, its limit, what that rests on, and what is missing to say more. Names are
 * as the run has them: who prints it escapes it.
 */
final class Explanation {
    private Explanation() {}

    static String of(Verdict verdict) {
        String parts = verdict.parts();
        return parts == null ? withoutParts(verdict) : withoutParts(verdict) + parts;
    }

    private static String withoutParts(Verdict verdict) {
        String value = (verdict.measure() == Measure.CPU_TIME ? "CPU time " : "") + verdict.valueText();
        Double limit = verdict.limit();
        if (limit == null) {
            return value + "; " + earlier(verdict) + (verdict.runs() == 1 ? " is" : " are")
                    + " too few to compare with: " + more(verdict) + " needed";
        }
        if (verdict.measure() == Measure.ERROR_RATE) {
            return errors(verdict, limit);
        }
        return switch (verdict.rule()) {
            case MAXIMUM -> fixed(verdict, value, limit) + row(verdict);
            case TARGET -> target(verdict, value) + row(verdict);
            case SCENARIO ->
                against(verdict, value, "the " + text(verdict, verdict.usual()) + " that scenario " + verdict.detail())
                        + chance(verdict)
                        + row(verdict);
            case BASELINE ->
                against(verdict, value, "the baseline of " + text(verdict, verdict.usual()))
                        + chance(verdict)
                        + row(verdict);
            case RECENT_RUNS, PREVIOUS_VERSION ->
                against(
                                verdict,
                                value,
                                "the median of " + earlier(verdict) + " (" + text(verdict, verdict.usual()) + ")")
                        + expected(verdict)
                        + row(verdict);
        };
    }

    private static String fixed(Verdict verdict, String value, double limit) {
        String bound = (verdict.measure().lessIsWorse() ? "at least " : "at most ") + verdict.limitText();
        if (!verdict.isBroken() && verdict.result() != Result.INCONCLUSIVE) {
            return value + ", within its limit of " + bound;
        }
        double by = Math.abs(verdict.value() - limit) / limit;
        String miss = limit == 0 || Double.isNaN(by) ? "" : ", missed by " + QuantityText.percent(by);
        return value + " against a limit of " + bound + miss;
    }

    private static String target(Verdict verdict, String value) {
        Double target = verdict.usual();
        String band = target == null
                ? ""
                : " (variance " + Variance.of(verdict.value(), target).text() + ")";
        return against(verdict, value, "its target of " + text(verdict, target)) + band + "; alert above "
                + verdict.limitText();
    }

    private static String errors(Verdict verdict, double limit) {
        long failed = Math.round(verdict.value() * verdict.runs());
        String found = failed + " of the last " + QuantityText.count(verdict.runs(), "run") + " failed";
        if (verdict.result() == Result.INCONCLUSIVE) {
            return found + "; " + more(verdict) + " needed to know a rate";
        }
        return found
                + (verdict.isBroken()
                        ? ", more than chance explains at a rate of "
                        : "; an alert is raised when the rate is surely over ")
                + QuantityText.percent(limit);
    }

    /** How far the value is from what is usual: "3.2s, 60% over the baseline of 2.0s". */
    private static String against(Verdict verdict, String value, String usualName) {
        Double usual = verdict.usual();
        if (usual == null || usual <= 0) {
            return value + " against " + usualName;
        }
        double change = verdict.value() / usual - 1;
        String by = QuantityText.percent(Math.abs(change));
        boolean equal = Math.abs(change) < 0.0005; // what would read "<0.1% over"
        return value + (equal ? ", equal to " : ", " + by + (change > 0 ? " over " : " under ")) + usualName;
    }

    /** What a fixed figure is raised to because runs vary. */
    private static String chance(Verdict verdict) {
        String spread = verdict.runs() == 0 ? "a spread not known yet" : "the spread of " + earlier(verdict);
        return "; alert above " + verdict.limitText() + " with " + spread;
    }

    private static String expected(Verdict verdict) {
        return verdict.isBeyond()
                ? " and over the " + verdict.limitText() + " that their spread explains"
                : ", and their spread explains up to " + verdict.limitText();
    }

    private static String row(Verdict verdict) {
        if (verdict.result() == Result.INCONCLUSIVE) {
            return ", in " + QuantityText.count(verdict.row(), "run") + ": " + more(verdict)
                    + " in a row needed for a verdict";
        }
        if (verdict.nearly() > 0) {
            return ", in " + verdict.row() + " of the last " + (verdict.row() + verdict.nearly())
                    + " runs and nearly in the " + (verdict.nearly() == 1 ? "other" : "others");
        }
        return verdict.isBroken() && verdict.row() > 1 ? ", in " + verdict.row() + " runs in a row" : "";
    }

    /** "23 recent runs", "12 runs of version 1.9". */
    private static String earlier(Verdict verdict) {
        if (verdict.rule() == VerdictRule.PREVIOUS_VERSION) {
            return QuantityText.count(verdict.runs(), "run") + " of "
                    + (verdict.detail() == null ? "another version" : "version " + verdict.detail());
        }
        return QuantityText.count(verdict.runs(), "recent run");
    }

    private static String more(Verdict verdict) {
        return verdict.needed() + " more";
    }

    private static String text(Verdict verdict, @Nullable Double value) {
        return value == null ? "?" : QuantityText.text(value, verdict.measure().unit());
    }
}
