package dev.perfagent.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Whether values differ by a name that goes with them, such as the size of a project: Kruskal and Wallis (1952) over all names,
 * Mann–Whitney of each against the rest.
 *
 * @param pValue how often values that do not depend on the name would differ that much
 * @param explained 0 to 1: the part of the ranks' variance that the name explains (epsilon squared)
 * @param levels each name that has values enough, the slowest first
 * @param leftOut how many values have a name with fewer than {@value #LEAST}
 */
public record GroupEffect(double pValue, double explained, List<Level> levels, int leftOut) {
    /** A name with fewer values is left out. */
    public static final int LEAST = 6;

    public GroupEffect {
        levels = List.copyOf(levels);
    }

    /**
     * One name.
     *
     * @param ratioToOthers its median by that of all the others; null when that is not above 0
     * @param pValue of Mann–Whitney against all the others, corrected for the number of names (Holm)
     */
    public record Level(
            String name, Sample values, @Nullable Double ratioToOthers, double pValue) {}

    /** Of values by name; null with fewer than two names of {@value #LEAST} values or more. */
    public static @Nullable GroupEffect of(Map<String, ? extends Collection<Double>> groups) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        groups.forEach((name, values) -> samples.put(name, Sample.of(values)));
        return ofSamples(samples);
    }

    /** The same of samples. */
    public static @Nullable GroupEffect ofSamples(Map<String, Sample> groups) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        int leftOut = 0;
        for (Map.Entry<String, Sample> group : groups.entrySet()) {
            if (group.getValue().size() < LEAST) {
                leftOut += group.getValue().size();
            } else {
                samples.put(group.getKey(), group.getValue());
            }
        }
        if (samples.size() < 2) {
            return null;
        }
        GroupRanks ranks = GroupRanks.of(samples.values());
        double h = kruskalWallis(ranks, samples.values());
        double p = ChiSquaredDistribution.of(samples.size() - 1).survivalProbability(h);
        int size = ranks.all().size();
        return new GroupEffect(p, Math.min(1, h / (size - 1)), levels(ranks, samples), leftOut);
    }

    private static double kruskalWallis(GroupRanks ranks, Collection<Sample> samples) {
        double sum = 0;
        for (Sample sample : samples) {
            double ofSample = ranks.sum(sample);
            sum += ofSample * ofSample / sample.size();
        }
        double n = ranks.all().size();
        double h = 12 / (n * (n + 1)) * sum - 3 * (n + 1);
        double correction = ranks.untied();
        return correction <= 0 ? 0 : Math.max(0, h / correction);
    }

    private static List<Level> levels(GroupRanks ranks, Map<String, Sample> samples) {
        List<Map.Entry<String, Sample>> named = List.copyOf(samples.entrySet());
        List<Sample> others = new ArrayList<>();
        double[] pValues = new double[named.size()];
        for (int i = 0; i < pValues.length; i++) {
            Sample own = named.get(i).getValue();
            others.add(ranks.all().without(own));
            pValues[i] = ranks.pValue(own, others.get(i));
        }
        double[] adjusted = Holm.adjusted(pValues);
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < pValues.length; i++) {
            Sample own = named.get(i).getValue();
            double rest = others.get(i).median();
            Double ratio = rest > 0 ? (Double) (own.median() / rest) : null;
            levels.add(new Level(named.get(i).getKey(), own, ratio, adjusted[i]));
        }
        levels.sort((a, b) -> Double.compare(b.values().median(), a.values().median()));
        return levels;
    }
}
