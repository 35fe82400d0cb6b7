package dev.perfagent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one contestant took, as the results have it. Times in milliseconds, memory in MB.
 *
 * @param version of a foreign agent; empty for our own and for none
 * @param added wall time above the do-nothing agent's of the same round
 * @param addedCpu likewise, CPU time
 * @param addedPeakRss likewise, peak memory
 * @param ratio wall time over the do-nothing agent's of the same round
 */
record Line(
        String contestant,
        String version,
        Spread wall,
        Spread added,
        Spread ratio,
        @Nullable Spread cpu,
        @Nullable Spread addedCpu,
        @Nullable Spread peakRss,
        @Nullable Spread addedPeakRss) {

    /** A line for each that took part. */
    static List<Line> of(Rounds rounds) {
        List<Sample> nothing = rounds.of(Contestant.NOTHING);
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<Contestant, List<Sample>> entry : rounds.samples().entrySet()) {
            lines.add(of(entry.getKey(), entry.getValue(), nothing));
        }
        return lines;
    }

    private static Line of(Contestant contestant, List<Sample> samples, List<Sample> nothing) {
        return new Line(
                contestant.name(),
                contestant.version(),
                present(Spread.of(samples, Sample::wallMs)),
                present(Spread.paired(samples, nothing, Sample::wallMs, (mine, theirs) -> mine - theirs)),
                present(Spread.paired(samples, nothing, Sample::wallMs, (mine, theirs) -> mine / theirs)),
                Spread.of(samples, Sample::cpuMs),
                Spread.paired(samples, nothing, Sample::cpuMs, (mine, theirs) -> mine - theirs),
                Spread.of(samples, Sample::peakRssMb),
                Spread.paired(samples, nothing, Sample::peakRssMb, (mine, theirs) -> mine - theirs));
    }

    private static Spread present(@Nullable Spread spread) {
        if (spread == null) {
            throw new IllegalStateException("nobody ran");
        }
        return spread;
    }
}
