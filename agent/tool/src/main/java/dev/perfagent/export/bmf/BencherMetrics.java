package dev.perfagent.export.bmf;

import dev.perfagent.statistics.MedianInterval;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.CommandName;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.MachineTally;
import dev.perfagent.tally.Tally;
import dev.perfagent.tally.TimeSeries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A benchmark for each command: the medians of its timed runs, with their intervals. */
public final class BencherMetrics {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Bencher's own measure {@code latency} is in nanoseconds. */
    private static final double NANOS_PER_MS = 1e6;

    private static final double BYTES_PER_MB = 1024.0 * 1024;

    /** How often the true median may lie outside of the lower and the upper value. */
    private static final double MISSES = 0.05;

    /** The interval of more values is too narrow to matter, and takes seconds to find. */
    private static final int MOST_VALUES = 10_000;

    /** Bytes of a benchmark's name. */
    private static final int LONGEST_NAME = 1024;

    /** Characters of a name that is cut, of at most four bytes each; a hash of all of it follows. */
    private static final int LONGEST_CUT = 250;

    private BencherMetrics() {}

    /** The whole document. */
    public static String of(Tally tally) {
        ObjectNode document = MAPPER.createObjectNode();
        for (Map.Entry<CommandName, CommandTally> command : tally.commands()) {
            List<TimeSeries> series = command.getValue().machines().stream()
                    .map(Map.Entry::getValue)
                    .map(MachineTally::series)
                    .toList();
            ObjectNode measures = MAPPER.createObjectNode();
            measure(measures, "latency", TimeSeries.pooled(series), NANOS_PER_MS);
            measure(
                    measures,
                    "peak-memory",
                    Sample.of(command.getValue().memory().peaksMb().values()),
                    BYTES_PER_MB);
            if (!measures.isEmpty()) {
                document.set(name(command.getKey()), measures);
            }
        }
        return MAPPER.writeValueAsString(document);
    }

    private static void measure(ObjectNode measures, String name, Sample sample, double unit) {
        if (sample.isEmpty()) {
            return;
        }
        ObjectNode measure = measures.putObject(name).put("value", sample.median() * unit);
        if (sample.size() <= MOST_VALUES) {
            MedianInterval interval = MedianInterval.of(sample, MISSES);
            if (Double.isFinite(interval.high())) {
                measure.put("lower_value", interval.low() * unit).put("upper_value", interval.high() * unit);
            }
        }
    }

    private static String name(CommandName name) {
        String whole = (name.application() + " " + name.command()).strip();
        if (whole.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME) {
            return whole.isEmpty() ? "(no name)" : whole;
        }
        int characters = Math.min(LONGEST_CUT, whole.codePointCount(0, whole.length()));
        return whole.substring(0, whole.offsetByCodePoints(0, characters)) + "~"
                + Integer.toHexString(whole.hashCode());
    }
}
