package dev.perfagent.chart;

import dev.perfagent.history.StoredRun;
import dev.perfagent.tally.SampledRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The drawn runs of one command, by equal pieces of time. Their length is a power of two, so that two make a longer one. */
final class Pieces {
    private static final Comparator<DrawnRun> BY_LOT =
            Comparator.comparingLong(DrawnRun::lot).thenComparing(DrawnRun::id);
    private static final Comparator<DrawnRun> BY_MS =
            Comparator.comparingDouble(DrawnRun::ms).thenComparing(BY_LOT);
    private static final Comparator<DrawnRun> BY_START =
            Comparator.comparingLong(DrawnRun::start).thenComparing(DrawnRun::id);

    /** So many of each piece that medians of some weeks can be compared. */
    private static final int MOST_USUAL = 3;

    private final int most;
    private final Map<Long, Piece> pieces = new HashMap<>();
    private int shift;

    Pieces(int most) {
        this.most = most;
    }

    /** @param usual those with the greatest lots, the greatest first */
    private record Piece(DrawnRun fastest, DrawnRun slowest, List<DrawnRun> usual) {
        /** Nearly all runs of a long history change nothing; of those no drawn run is made. */
        boolean isChangedBy(StoredRun run) {
            return usual.size() < MOST_USUAL
                    || run.totalMs() <= fastest.ms()
                    || run.totalMs() >= slowest.ms()
                    || SampledRun.lot(run.id()) >= usual.get(MOST_USUAL - 1).lot();
        }

        Piece plus(Piece other) {
            return new Piece(
                    BY_MS.compare(fastest, other.fastest) <= 0 ? fastest : other.fastest,
                    BY_MS.compare(slowest, other.slowest) >= 0 ? slowest : other.slowest,
                    greatest(usual, other.usual));
        }

        /** Of both, which have the greatest first. Not by a stream, because nearly every run comes here at first. */
        private static List<DrawnRun> greatest(List<DrawnRun> some, List<DrawnRun> others) {
            List<DrawnRun> greatest = new ArrayList<>(MOST_USUAL);
            int i = 0;
            int j = 0;
            while (greatest.size() < MOST_USUAL && i + j < some.size() + others.size()) {
                boolean ofSome =
                        j == others.size() || i < some.size() && BY_LOT.compare(some.get(i), others.get(j)) >= 0;
                greatest.add(ofSome ? some.get(i) : others.get(j));
                i += ofSome ? 1 : 0;
                j += ofSome ? 0 : 1;
            }
            return greatest;
        }
    }

    int size() {
        return pieces.size();
    }

    void add(StoredRun stored) {
        long place = stored.start().toEpochMilli() >> shift;
        Piece known = pieces.get(place);
        if (known == null || known.isChangedBy(stored)) {
            DrawnRun run = DrawnRun.of(stored);
            add(place, new Piece(run, run, List.of(run)));
            bound();
        }
    }

    void addAll(Pieces other) {
        while (shift < other.shift) {
            coarsen();
        }
        other.pieces.values().forEach(piece -> {
            add(piece.fastest.start() >> shift, piece);
        });
        bound();
    }

    private void add(long place, Piece piece) {
        pieces.merge(place, piece, Piece::plus);
    }

    private void bound() {
        while (pieces.size() > most) {
            coarsen();
        }
    }

    /** Makes pieces twice as long. */
    void coarsen() {
        shift++;
        List<Piece> all = List.copyOf(pieces.values());
        pieces.clear();
        all.forEach(piece -> add(piece.fastest.start() >> shift, piece));
    }

    List<DrawnRun> runs() {
        return pieces.values().stream()
                .flatMap(piece -> Stream.concat(Stream.of(piece.fastest, piece.slowest), piece.usual.stream()))
                .distinct()
                .sorted(BY_START)
                .toList();
    }

    List<DrawnRun> usual() {
        return pieces.values().stream()
                .flatMap(piece -> piece.usual.stream())
                .sorted(BY_START)
                .toList();
    }
}
