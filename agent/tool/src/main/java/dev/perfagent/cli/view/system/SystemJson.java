package dev.perfagent.cli.view.system;

import dev.perfagent.calibrate.MeasureResult;
import dev.perfagent.calibrate.SystemResult;
import dev.perfagent.run.Environment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fast a machine is, for programs: results.json. */
public record SystemJson(
        int schema,
        Instant timestamp,
        double seconds,
        Machine environment,
        SystemResult.Contention contention,
        List<Measure> measures) {
    private static final int SCHEMA = 1;

    public static SystemJson of(SystemResult result) {
        return new SystemJson(
                SCHEMA,
                result.time(),
                Math.round(result.seconds() * 10) / 10.0,
                Machine.of(result.environment()),
                result.contention(),
                result.measures().stream().map(Measure::of).toList());
    }

    record Machine(
            @Nullable String host,
            String os,
            String arch,
            @Nullable String cpu,
            int cores,
            @Nullable Long memoryMb,
            String jdk,
            String fingerprint) {
        static Machine of(Environment environment) {
            return new Machine(
                    environment.host(),
                    environment.os(),
                    environment.arch(),
                    environment.cpu(),
                    environment.cores(),
                    environment.memoryMb(),
                    environment.jdk(),
                    environment.fingerprint());
        }
    }

    record Measure(
            String name,
            String unit,
            boolean moreIsBetter,
            @Nullable Double score,
            @Nullable Double median,
            @Nullable Double variation,
            List<Double> rounds,
            @Nullable String note) {
        static Measure of(MeasureResult result) {
            return new Measure(
                    result.measure().key(),
                    result.measure().unit(),
                    result.measure().moreIsBetter(),
                    result.score(),
                    result.median(),
                    result.variation(),
                    result.rounds(),
                    result.note().isEmpty() ? null : result.note());
        }
    }
}
