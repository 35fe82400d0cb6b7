package dev.perfagent.calibrate;

import dev.perfagent.machine.EnvironmentReader;
import dev.perfagent.run.Environment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast a machine was at one time.
 *
 * @param contention what else the machine did meanwhile
 */
public record SystemResult(
        Instant time, double seconds, Environment environment, Contention contention, List<MeasureResult> measures) {
    public SystemResult {
        measures = List.copyOf(measures);
    }

    /** The scores that later runs on this machine take over into their records. */
    public String evidence() {
        return EnvironmentReader.scoresOf(environment.cpu(), environment.cores()) + "\n"
                + SystemScores.of(measures).text() + "\n";
    }

    /**
     * What kept a machine from its work; each null when it is not known.
     *
     * @param cpuPressure the share of the time in which something waited for a CPU, 0 to 1
     * @param stealMs time that the hypervisor gave to others
     * @param throttledMs time in which a quota of CPU time was used up
     */
    public record Contention(
            @Nullable Double cpuPressure,
            @Nullable Double ioPressure,
            @Nullable Double stealMs,
            @Nullable Double throttledMs) {}
}
