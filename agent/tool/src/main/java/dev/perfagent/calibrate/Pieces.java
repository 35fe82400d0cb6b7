package dev.perfagent.calibrate;

import dev.perfagent.statistics.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A round of work in pieces that are so short that most of them are not interrupted, even on a busy machine (decision 169). What
 * counts is the piece that is slower than a tenth of them: faster ones may have been lucky, slower ones disturbed.
 */
final class Pieces {
    /** No further piece begins when a round has taken this long, because the machine is busy then. */
    private static final long LONGEST_ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(120);

    private static final double FAST = 0.1;

    private Pieces() {}

    /** A piece of work. */
    interface Piece {
        void run() throws IOException, InterruptedException;
    }

    /** Does as many pieces, or fewer when they take long, and returns the nanoseconds of one. */
    static double nanos(int most, Piece piece) throws IOException, InterruptedException {
        return nanos(most, piece, System::nanoTime);
    }

    static double nanos(int most, Piece piece, LongSupplier clock) throws IOException, InterruptedException {
        long start = clock.getAsLong();
        long began = start;
        List<Double> times = new ArrayList<>();
        while (times.size() < most && began - start < LONGEST_ROUND_NANOS) {
            piece.run();
            long end = clock.getAsLong();
            times.add((double) (end - began));
            began = end;
        }
        return fast(times);
    }

    /** The time of a piece that nothing disturbed, of the times of all pieces of a round. */
    static double fast(List<Double> times) {
        return Sample.of(times).quantile(FAST);
    }
}
