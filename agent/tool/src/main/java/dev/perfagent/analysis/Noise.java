package dev.perfagent.analysis;

import dev.perfagent.tally.CommandName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How noisy the machines are on which the runs were, and whose doing it is that times differ. It is about a sample of the timed
 * runs. The machine's share of a run is the part of its time in which it waited for a CPU, 0 to 1.
 *
 * @param runs in the sample
 * @param known those of them that know their share
 * @param runners the noisiest first
 * @param hours of the day that have enough runs, in the order of the day
 * @param hoursDiffer whether the hours differ by more than chance
 * @param commands those that took most time first
 */
public record Noise(
        int runs, int known, List<Runner> runners, List<Hour> hours, boolean hoursDiffer, List<Variation> commands) {
    public Noise {
        runners = List.copyOf(runners);
        hours = List.copyOf(hours);
        commands = List.copyOf(commands);
    }

    /**
     * A host with one fingerprint.
     *
     * @param host empty when not recorded
     * @param medianShare half of its runs waited for longer
     * @param p90Share a tenth of them waited for longer
     * @param busy how many of its runs, 0 to 1, waited for a fifth of their time or longer
     * @param throttled how many, 0 to 1, were held back by a CPU quota; null when no run knows it
     */
    public record Runner(
            String host,
            String fingerprint,
            int runs,
            double medianShare,
            double p90Share,
            double busy,
            @Nullable Double throttled) {}

    /** The runs that began in an hour of the day, 0 to 23. */
    public record Hour(int hour, int runs, double medianShare) {}

    /**
     * By how much the times of a command differ.
     *
     * @param wall standard deviation of the logarithm of its time, within each kind of machine; 0.2 is about 20 %
     * @param own that of its time without the machine's part
     * @param machinePart the part of the variance of the time that goes along with the machine's part, 0 to 1
     */
    public record Variation(CommandName name, int runs, double wall, double own, double machinePart) {}
}
