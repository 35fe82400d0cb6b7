package dev.perfagent.report;

import dev.perfagent.analysis.Timing;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.MachineTally;
import dev.perfagent.tally.TimeSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts a command's timed runs by version. */
final class VersionFinder {
    private VersionFinder() {}

    /** In the order in which they appeared. */
    static List<VersionReport> of(CommandTally command) {
        Map<String, Runs> versions = new LinkedHashMap<>();
        for (Map.Entry<String, MachineTally> machine : command.machines()) {
            TimeSeries series = machine.getValue().series();
            for (int i = 0; i < series.size(); i++) {
                versions.computeIfAbsent(command.version(series, i), first -> new Runs())
                        .add(series.start(i), series.value(i), machine.getKey());
            }
        }
        List<VersionReport> found = new ArrayList<>();
        versions.forEach((version, runs) -> found.add(runs.report(version)));
        found.sort(Comparator.comparing(VersionReport::first));
        return found;
    }

    private static final class Runs {
        private double[] values = new double[16];
        private int size;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private int machines;
        private String machine = "";

        /** Those of a machine come one after the other. */
        void add(long start, double ms, String fingerprint) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = ms;
            first = Math.min(first, start);
            last = Math.max(last, start);
            if (machines == 0 || !machine.equals(fingerprint)) {
                machines++;
                machine = fingerprint;
            }
        }

        VersionReport report(String version) {
            Timing timing = Timing.of(Sample.of(Arrays.copyOf(values, size)));
            if (timing == null) {
                throw new IllegalStateException("no run of " + version);
            }
            return new VersionReport(
                    version, Instant.ofEpochMilli(first), Instant.ofEpochMilli(last), machines, timing);
        }
    }
}
