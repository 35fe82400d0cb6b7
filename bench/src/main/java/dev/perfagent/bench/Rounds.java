package dev.perfagent.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Every contestant once a round, in an order shuffled anew each round, so that what the machine does meanwhile meets all alike.
 * What is compared is always of one round.
 */
record Rounds(Map<Contestant, List<Sample>> samples) {
    /** Fixed, so that a session can be repeated. */
    private static final long SEED = 20_261_120;

    /**
     * Runs them.
     *
     * @param count rounds that count; one more goes before, which warms the machine's caches and prepares homes
     * @param progress called after each round that is over, from 0, the one that does not count
     */
    static Rounds run(Launcher launcher, List<Contestant> contestants, int count, IntConsumer progress) {
        for (Contestant contestant : contestants) {
            launcher.run(contestant);
        }
        progress.accept(0);
        Map<Contestant, List<Sample>> samples = new LinkedHashMap<>();
        contestants.forEach(contestant -> samples.put(contestant, new ArrayList<>()));
        Random random = new Random(SEED);
        for (int round = 1; round <= count; round++) {
            List<Contestant> order = new ArrayList<>(contestants);
            Collections.shuffle(order, random);
            for (Contestant contestant : order) {
                Sample sample = launcher.run(contestant);
                Objects.requireNonNull(samples.get(contestant)).add(sample);
            }
            progress.accept(round);
        }
        return new Rounds(samples);
    }

    /** The samples of the contestant of that name, in the order of the rounds. */
    List<Sample> of(String name) {
        for (Map.Entry<Contestant, List<Sample>> entry : samples.entrySet()) {
            if (entry.getKey().name().equals(name)) {
                return entry.getValue();
            }
        }
        throw new IllegalArgumentException(name + " did not take part");
    }
}
