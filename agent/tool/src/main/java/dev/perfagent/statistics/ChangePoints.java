package dev.perfagent.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Finds where a series changed: divisive, by the energy statistic and a permutation test, after Matteson and James, "A
 * nonparametric approach for multiple change point analysis of multivariate data", JASA 109 (2014). Each segment is looked at
 * as a whole and in halves and quarters that overlap (seeded binary segmentation: Kovács and others, Biometrika 110 (2023)), so
 * that a change and its undoing do not hide each other; the permuted values are looked at in the same way, so that the many looks
 * do not add false alarms. Positive values are compared on logarithms. The same series has the same change points each time.
 */
public final class ChangePoints {
    /** Only that many of the newest values are looked at, which bounds the time to a second or so. */
    public static final int MOST_VALUES = 2000;

    /** No more changes than this are reported. */
    public static final int MOST = 20;

    private static final int LEAST_SEGMENT = 6;
    private static final int PERMUTATIONS = 199;
    private static final double ALPHA = 0.01;
    private static final int LAYERS = 3;
    private static final long SEED = 20261120;

    private final double[] series;
    private final int offset;
    private final TreeSet<Integer> borders = new TreeSet<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    private ChangePoints(double[] series, int offset) {
        this.series = series;
        this.offset = offset;
    }

    /** The changes in finite values that are in the order of time, in that order. */
    public static List<ChangePoint> of(double... inTimeOrder) {
        int offset = Math.max(0, inTimeOrder.length - MOST_VALUES);
        double[] series = Arrays.copyOfRange(inTimeOrder, offset, inTimeOrder.length);
        return new ChangePoints(series, offset).find();
    }

    /** Changes at given places, in ascending order, whether they are any or not. */
    public static List<ChangePoint> at(List<Integer> indexes, double... inTimeOrder) {
        ChangePoints places = new ChangePoints(inTimeOrder, 0);
        places.borders.addAll(indexes);
        places.borders.add(0);
        places.borders.add(inTimeOrder.length);
        return places.changes();
    }

    private List<ChangePoint> find() {
        double[] scaled = Arrays.stream(series).allMatch(value -> value > 0)
                ? Arrays.stream(series).map(Math::log).toArray()
                : series;
        divide(scaled, 0, series.length);
        borders.add(0);
        borders.add(series.length);
        List<ChangePoint> found = changes();
        while (!found.isEmpty()) {
            ChangePoint weakest = found.stream()
                    .max((a, b) -> Double.compare(a.pValue(), b.pValue()))
                    .orElseThrow();
            if (weakest.pValue() < ALPHA && found.size() <= MOST) {
                break;
            }
            borders.remove(weakest.index() - offset);
            found = changes();
        }
        return found;
    }

    private void divide(double[] scaled, int from, int to) {
        Energy.Split split = best(new Energy(Arrays.copyOfRange(scaled, from, to), LEAST_SEGMENT), to - from);
        if (split.index() < 0 || !isSure(Arrays.copyOfRange(scaled, from, to), split.statistic())) {
            return;
        }
        int border = from + split.index();
        borders.add(border);
        divide(scaled, from, border);
        divide(scaled, border, to);
    }

    /** The best split of the whole, of its halves and of its quarters, each overlapping its neighbours by half. */
    private static Energy.Split best(Energy energy, int n) {
        Energy.Split best = energy.best(0, n);
        for (int layer = 1; layer < LAYERS; layer++) {
            int length = (n + (1 << layer) - 1) >> layer;
            for (int from = 0; from + length <= n; from += Math.max(1, length / 2)) {
                Energy.Split split = energy.best(from, from + length);
                best = split.statistic() > best.statistic() ? split : best;
            }
        }
        return best;
    }

    /** Whether the same values in random order hardly ever have so good a split. */
    private boolean isSure(double[] segment, double statistic) {
        Energy shuffled = new Energy(segment, LEAST_SEGMENT);
        int asGood = 1;
        for (int i = 0; i < PERMUTATIONS; i++) {
            for (int last = segment.length - 1; last > 0; last--) {
                shuffled.swap(last, random.nextInt(last + 1));
            }
            if (best(shuffled, segment.length).statistic() >= statistic) {
                asGood++;
            }
            if (asGood > ALPHA * (PERMUTATIONS + 1)) {
                return false;
            }
        }
        return true;
    }

    private List<ChangePoint> changes() {
        List<ChangePoint> stated = new ArrayList<>();
        List<Integer> ends = List.copyOf(borders);
        for (int i = 1; i < ends.size() - 1; i++) {
            Sample before = Sample.of(Arrays.copyOfRange(series, ends.get(i - 1), ends.get(i)));
            Sample after = Sample.of(Arrays.copyOfRange(series, ends.get(i), ends.get(i + 1)));
            stated.add(new ChangePoint(offset + ends.get(i), before, after, MannWhitney.pValue(before, after)));
        }
        return stated;
    }
}
