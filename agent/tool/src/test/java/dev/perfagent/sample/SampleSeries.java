package dev.perfagent.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Many runs of one command that differ by chance, one a minute. */
public final class SampleSeries {
    private final SampleHome home;
    private final SplittableRandom random;
    private final double noise;
    private int made;

    /** @param noise 0.05 for about 5 % */
    public SampleSeries(Path home, long seed, double noise) {
        this.home = new SampleHome(home);
        this.random = new SplittableRandom(seed);
        this.noise = noise;
    }

    /**
     * Adds runs.
     *
     * @param ms the median of the whole; the phase data_fetching takes two thirds of it
     * @param change what is different in each
     */
    public void add(int runs, String start, double ms, UnaryOperator<SampleRun> change) throws IOException {
        for (int i = 0; i < runs; i++) {
            Instant at = Instant.parse(start).plusSeconds(60L * i);
            double total = ms * Math.exp(noise * gaussian());
            double fetching = ms * 2 / 3 * Math.exp(noise * gaussian());
            SampleRun run = SampleRun.plain(String.format("%08x-run", ++made), at.toString())
                    .took(total)
                    .phase("data_fetching", fetching)
                    .phase("rendering", ms / 6 * Math.exp(noise * gaussian()))
                    .fingerprint("d41d8cd98f00b204");
            home.add(change.apply(run));
        }
    }

    private double gaussian() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
