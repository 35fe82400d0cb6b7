package dev.perfagent.statistics;

import dev.perfagent.threshold.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of one group of values against the same figure of another group.
 *
 * @param ratio the current figure by the baseline's, with its interval; null where that cannot be known
 * @param pValue of the figure's test, two-sided; null when a side is empty
 * @param corrected the p-value after the correction for how many questions were asked together; what the verdict rests on
 * @param needed how many more runs are likely to settle it; null unless the verdict is inconclusive
 */
public record Comparison(
        Question question,
        @Nullable Ratio ratio,
        @Nullable Double pValue,
        @Nullable Double corrected,
        Result verdict,
        @Nullable MoreRuns needed) {
    /** Compares the medians, and asks nothing else. */
    public static Comparison of(Sample baseline, Sample current, Bands bands) {
        return ofAll(List.of(new Question(Statistic.MEDIAN, baseline, current, bands)))
                .get(0);
    }

    /**
     * The answers to several questions about the same runs, in their order. Their p-values are corrected by the method of {@link
     * Holm}, so that asking more does not make more false alarms.
     */
    public static List<Comparison> ofAll(List<Question> questions) {
        double[] pValues = questions.stream()
                .filter(Comparison::canBeTested)
                .mapToDouble(question -> question.figure().pValue(question.baseline(), question.current()))
                .toArray();
        double[] corrected = Holm.adjusted(pValues);
        List<Comparison> answers = new ArrayList<>();
        int tested = 0;
        for (Question question : questions) {
            if (canBeTested(question)) {
                answers.add(answer(question, pValues[tested], corrected[tested], pValues.length));
                tested++;
            } else {
                answers.add(untested(question));
            }
        }
        return answers;
    }

    private static boolean canBeTested(Question question) {
        return !question.baseline().isEmpty() && !question.current().isEmpty();
    }

    private static Comparison untested(Question question) {
        MoreRuns needed = MoreRuns.upTo(question.bands().leastRuns(), question.baseline(), question.current());
        return new Comparison(question, null, null, null, Result.INCONCLUSIVE, needed);
    }

    private static Comparison answer(Question question, double p, double corrected, int asked) {
        Ratio ratio = Ratio.of(question.current(), question.baseline(), question.figure());
        Result verdict = judge(question, ratio, corrected);
        MoreRuns needed = verdict == Result.INCONCLUSIVE
                ? MoreRuns.of(question, ratio, question.bands().amongst(asked))
                : null;
        return new Comparison(question, ratio, p, corrected, verdict, needed);
    }

    /** The values of then. */
    public Sample baseline() {
        return question.baseline();
    }

    /** The values of now. */
    public Sample current() {
        return question.current();
    }

    /** The current figure's difference to the baseline's, in the values' unit; null when a side is empty. */
    public @Nullable Double difference() {
        return canBeTested(question) ? (Double) difference(question) : null;
    }

    /** The difference as a part of the baseline's figure, 0.3 for 30 % more; null when there is nothing to divide by. */
    public @Nullable Double change() {
        if (!canBeTested(question)) {
            return null;
        }
        double before = question.figure().of(baseline());
        return before <= 0 ? null : (Double) (difference(question) / before);
    }

    private static double difference(Question question) {
        return question.figure().of(question.current()) - question.figure().of(question.baseline());
    }

    /**
     * The one rule for everything that is compared. What is shown is what decides: the change, the interval of the change, and
     * the p-value after the correction.
     */
    private static Result judge(Question question, @Nullable Ratio ratio, double corrected) {
        Bands bands = question.bands();
        if (Math.min(question.baseline().size(), question.current().size()) < bands.leastRuns()) {
            return Result.INCONCLUSIVE;
        }
        double before = question.figure().of(question.baseline());
        double difference = difference(question);
        boolean shown = corrected < bands.alpha() && Math.abs(difference) >= bands.floor();
        if (shown && difference > bands.tolerance() * before) {
            return difference > bands.critical() * before ? Result.CRITICAL : Result.WARNING;
        }
        if (shown && difference < -bands.tolerance() * before) {
            return Result.IMPROVED;
        }
        if (mayBeWorse(difference, before, ratio, bands) || mayBeBetter(difference, before, bands)) {
            return Result.INCONCLUSIVE;
        }
        if (!shown || ratio == null) {
            return Result.OK;
        }
        return ratio.low() > 1 ? Result.WORSE : ratio.high() < 1 ? Result.BETTER : Result.OK;
    }

    /** Whether a change that would be against the current runs fits the values as well. */
    private static boolean mayBeWorse(double difference, double before, @Nullable Ratio ratio, Bands bands) {
        double worst = ratio == null ? difference : (ratio.high() - 1) * before;
        return worst > bands.tolerance() * before && worst >= bands.floor();
    }

    private static boolean mayBeBetter(double difference, double before, Bands bands) {
        return difference < -bands.tolerance() * before && -difference >= bands.floor();
    }
}
