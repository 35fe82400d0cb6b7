package dev.perfagent.report;

import dev.perfagent.statistics.Trend.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command's times changed over the timeframe, on one machine: the fingerprint with the most runs.
 *
 * @param fingerprint whose runs these are; empty when runs have none
 * @param runs how many they are
 * @param change from the beginning to the end of the line through them, as a part of its beginning: 0.2 is 20 % slower; null
 *     when it is not known
 * @param pValue how likely such a trend is by chance alone, corrected for the number of commands; null when it is not known
 * @param withoutMachine whether the times are those without the machine's part
 * @param medians medians in ms of equal parts of the timeframe, oldest first; null for a part without runs
 */
public record CommandTrend(
        Direction direction,
        String fingerprint,
        int runs,
        @Nullable Double change,
        @Nullable Double pValue,
        boolean withoutMachine,
        List<@Nullable Double> medians) {
    public CommandTrend {
        medians = Collections.unmodifiableList(new ArrayList<>(medians));
    }
}
