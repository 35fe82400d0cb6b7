package dev.perfagent.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Whether a new {@code baseline_ms} still lies between {@code target_ms} and {@code max_acceptable_ms} of its command. */
final class LimitOrder {
    private LimitOrder() {}

    /**
     * What does not fit, a sentence each.
     *
     * @param meaning the file as maps and numbers; null when it is empty
     * @param ms the new baseline of each command
     */
    static List<String> broken(@Nullable Object meaning, SortedMap<String, Double> ms) {
        List<String> broken = new ArrayList<>();
        Object commands = in(in(meaning, "benchmarks"), "commands");
        ms.forEach((command, median) -> {
            String written = Medians.text(median);
            double baseline = Double.parseDouble(written);
            Object limits = in(commands, command);
            if (in(limits, "target_ms") instanceof Number target && baseline < target.doubleValue()) {
                broken.add(command + ": baseline_ms " + written + " is under its target_ms " + target
                        + ", so no run could be rated good; lower target_ms");
            }
            if (in(limits, "max_acceptable_ms") instanceof Number most && baseline > most.doubleValue()) {
                broken.add(
                        command + ": baseline_ms " + written + " is over its max_acceptable_ms " + most
                                + ", so a usual run would break that limit; raise max_acceptable_ms or make the command faster");
            }
        });
        return broken;
    }

    private static @Nullable Object in(@Nullable Object map, String key) {
        return map instanceof Map<?, ?> entries ? entries.get(key) : null;
    }
}
