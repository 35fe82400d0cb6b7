package dev.perfagent.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;
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
        int leftOut = 0;
        for (Map.Entry<String, ? extends Collection<Double>> group : groups.entrySet()) {
            if (group.getValue().size() < LEAST) {
                leftOut += group.getValue().size();
            } else {
                samples.put(group.getKey(), Sample.of(group.getValue()));
            }
        }
        if (samples.size() < 2) {
            return null;
        }
        int size = samples.values().stream().mapToInt(Sample::size).sum();
        double h = kruskalWallis(List.copyOf(samples.values()), size);
        double p = ChiSquaredDistribution.of(samples.size() - 1).survivalProbability(h);
        return new GroupEffect(p, Math.min(1, h / (size - 1)), levels(samples), leftOut);
    }

    private static double kruskalWallis(List<Sample> samples, int size) {
        double[] ranks = new NaturalRanking().apply(join(samples));
        double sum = 0;
        int from = 0;
        for (Sample sample : samples) {
            double ofSample = 0;
            for (int i = from; i < from + sample.size(); i++) {
                ofSample += ranks[i];
            }
            from += sample.size();
            sum += ofSample * ofSample / sample.size();
        }
        double n = size;
        double h = 12 / (n * (n + 1)) * sum - 3 * (n + 1);
        double tied = 0;
        for (int ties : Ties.sizes(ranks)) {
            tied += (double) ties * ties * ties - ties;
        }
        double correction = 1 - tied / (n * n * n - n);
        return correction <= 0 ? 0 : Math.max(0, h / correction);
    }

    private static List<Level> levels(Map<String, Sample> samples) {
        List<Map.Entry<String, Sample>> named = List.copyOf(samples.entrySet());
        Sample all = Sample.of(join(samples.values()));
        List<Sample> others = new ArrayList<>();
        double[] pValues = new double[named.size()];
        for (int i = 0; i < pValues.length; i++) {
            Sample own = named.get(i).getValue();
            others.add(all.without(own));
            pValues[i] = MannWhitney.pValue(own, others.get(i));
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

    /** The values of all, one group after the other. */
    private static double[] join(Collection<Sample> samples) {
        return samples.stream()
                .flatMapToDouble(sample -> Arrays.stream(sample.inOrder()))
                .toArray();
    }
}
