package dev.perfagent.cli.view.comparison;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.statistics.Bands;
import dev.perfagent.statistics.Comparison;
import dev.perfagent.statistics.MoreRuns;
import dev.perfagent.statistics.Ratio;
import dev.perfagent.threshold.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures and the verdict of a comparison as people read them. */
final class ComparisonWords {
    private ComparisonWords() {}

    /** The verdict on everything together. */
    static String of(Result verdict) {
        return switch (verdict) {
            case BETTER -> "faster, within tolerance";
            case WORSE -> "slower, within tolerance";
            case IMPROVED, OK, INCONCLUSIVE, WARNING, CRITICAL -> verdict.text();
        };
    }

    /**
     * The verdict on one figure: {@code slower, within 20%}.
     *
     * @param time whether the figure is a time
     */
    static String of(Comparison comparison, boolean time) {
        String within =
                ", within " + Amount.percent(comparison.question().bands().tolerance());
        return switch (comparison.verdict()) {
            case BETTER -> (time ? "faster" : "less") + within;
            case WORSE -> (time ? "slower" : "more") + within;
            case IMPROVED, OK, INCONCLUSIVE, WARNING, CRITICAL ->
                comparison.verdict().text();
        };
    }

    /** A verdict that is not part of the command's: {@code (slower)}. */
    static String ofNotCounted(Comparison comparison) {
        return switch (comparison.verdict()) {
            case BETTER -> "(faster)";
            case WORSE -> "(slower)";
            case IMPROVED, OK, INCONCLUSIVE, WARNING, CRITICAL ->
                "(" + comparison.verdict().text() + ")";
        };
    }

    /** The change; one sees on which side of the tolerance, or of what is critical, it is. */
    static String change(Comparison comparison) {
        Double change = comparison.change();
        Bands bands = comparison.question().bands();
        double limit = change != null && Math.abs(change) > (bands.tolerance() + bands.critical()) / 2
                ? bands.critical()
                : bands.tolerance();
        return Amount.signedPercent(change, limit);
    }

    static String interval(Comparison comparison) {
        Ratio ratio = comparison.ratio();
        if (ratio == null) {
            return Amount.UNKNOWN;
        }
        double tolerance = comparison.question().bands().tolerance();
        String low = Amount.signedPercent(ratio.low() - 1, tolerance);
        return low.substring(0, low.length() - 1) + ".." + Amount.signedPercent(ratio.high() - 1, tolerance);
    }

    /** The p-value; one sees on which side of the limit it is. */
    static String pValue(Comparison comparison) {
        Double p = comparison.corrected();
        if (p == null) {
            return Amount.UNKNOWN;
        }
        double alpha = comparison.question().bands().alpha();
        if (Math.abs(p - alpha) < 0.00005 && p != alpha) {
            return (p < alpha ? "<" : ">") + alpha;
        }
        return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /** An amount without unit: a median may be half of one. */
    static String number(double value) {
        return value == Math.rint(value) ? Amount.count(value) : Amount.decimal(value);
    }

    /** How many more runs would settle it; null when none are needed. */
    static @Nullable String needed(@Nullable MoreRuns needed) {
        if (needed == null) {
            return null;
        }
        if (needed.isBeyondReach()) {
            return "the values vary too much for a verdict; it would take over " + MoreRuns.MOST + " runs.";
        }
        List<String> sides = new ArrayList<>();
        if (needed.baseline() > 0) {
            sides.add(needed.baseline() + " more baseline");
        }
        if (needed.current() > 0) {
            sides.add(needed.current() + " more current");
        }
        String runs = needed.baseline() + needed.current() == 1 ? "run" : "runs";
        return "a verdict needs about " + String.join(" and ", sides) + " " + runs + ".";
    }
}
