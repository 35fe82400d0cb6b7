package dev.perfagent.dist;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The seeds of a fuzz: in the build, a few fixed ones and those that have found a fault; with {@code -Dfuzz.seed=N} that one;
 * with {@code -Dfuzz.time=PERCENT},
 * which the profile {@code fuzz} sets to 100, new ones until that share of the time has passed.
 */
record FuzzSeeds(Duration time, int inTheBuild, List<Long> found) implements Iterable<Long> {
    private static final String ONE = "fuzz.seed";
    private static final int PERCENT = Integer.getInteger("fuzz.time", 0);

    @Override
    public Iterator<Long> iterator() {
        if (System.getProperty(ONE) != null) {
            return LongStream.of(Long.getLong(ONE)).iterator();
        }
        if (PERCENT == 0) {
            return LongStream.concat(
                            LongStream.range(0, inTheBuild), found.stream().mapToLong(Long::longValue))
                    .iterator();
        }
        long end = System.nanoTime() + time.toNanos() / 100 * PERCENT;
        long first = System.currentTimeMillis() * 1_000;
        return LongStream.iterate(first, seed -> System.nanoTime() < end, seed -> seed + 1)
                .iterator();
    }
}
