package dev.perfagent.baseline;

import dev.perfagent.compare.RunGroup;
import dev.perfagent.compare.RunTimes;
import dev.perfagent.statistics.Sample;
import dev.perfagent.tally.CommandName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a baseline comes to in {@code benchmarks.yml}.
 *
 * @param ms the median of each command, in ms
 * @param remarks what a person should know of them
 */
public record Medians(SortedMap<String, Double> ms, List<String> remarks) {
    private static final int FEW_RUNS = 6;

    /** From this share on the machine's part is more than runs differ by anyway. */
    private static final double BUSY = 0.1;

    public Medians {
        ms = Collections.unmodifiableSortedMap(new TreeMap<>(ms));
        remarks = List.copyOf(remarks);
    }

    /**
     * Of the machine that has most runs of each command.
     *
     * @throws UneditableException when several applications have commands of the same name, because the file names commands only
     */
    public static Medians of(RunGroup group) throws UneditableException {
        SortedMap<String, Double> ms = new TreeMap<>();
        List<String> remarks = new ArrayList<>();
        for (Map.Entry<CommandName, SortedMap<String, List<RunTimes>>> entry :
                group.runs().entrySet()) {
            String command = entry.getKey().command();
            List<RunTimes> most = Collections.max(entry.getValue().values(), Comparator.comparingInt(List::size));
            int all = entry.getValue().values().stream().mapToInt(List::size).sum();
            if (all > most.size()) {
                remarks.add(command + ": " + (all - most.size()) + " of its " + all
                        + " runs are of other machines and left out");
            }
            if (most.size() < FEW_RUNS) {
                remarks.add(command + ": the median of " + most.size() + (most.size() == 1 ? " run" : " runs")
                        + " is no more than a hint");
            }
            Double share = RunTimes.medianShare(most);
            if (share != null && share >= BUSY) {
                remarks.add(command + ": the machine was busy, its runs waited for a CPU for "
                        + Math.round(100 * share) + "% of their time (median), so this median says more of the machine"
                        + " than of the command");
            }
            Sample sample =
                    Sample.of(most.stream().mapToDouble(RunTimes::totalMs).toArray());
            if (ms.put(command, sample.median()) != null) {
                throw new UneditableException(
                        "several applications have a command '" + command + "'; give --application NAME");
            }
        }
        return new Medians(ms, remarks);
    }

    /** A number of ms as people write it: whole from 10 ms on. */
    static String text(double ms) {
        return ms < 10 ? Double.toString(Math.max(0.1, Math.round(ms * 10) / 10.0)) : Long.toString(Math.round(ms));
    }
}
