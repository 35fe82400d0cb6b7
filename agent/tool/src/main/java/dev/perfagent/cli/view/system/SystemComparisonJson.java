package dev.perfagent.cli.view.system;

import dev.perfagent.calibrate.SavedSystem;
import dev.perfagent.calibrate.Slowdown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two machines compared, for programs. */
public record SystemComparisonJson(
        int schema, Machine current, Machine baseline, boolean sameMachine, List<Measure> measures) {
    private static final int SCHEMA = 1;

    public static SystemComparisonJson of(SavedSystem current, SavedSystem baseline) {
        return new SystemComparisonJson(
                SCHEMA,
                Machine.of(current),
                Machine.of(baseline),
                current.fingerprint().equals(baseline.fingerprint()),
                current.since(baseline).stream().map(Measure::of).toList());
    }

    record Machine(String file, String timestamp, String machine, String fingerprint) {
        static Machine of(SavedSystem saved) {
            return new Machine(saved.file().toString(), saved.time(), saved.machine(), saved.fingerprint());
        }
    }

    record Measure(
            String name,
            String unit,
            @Nullable Double current,
            @Nullable Double baseline,
            @Nullable Double slowdown,
            String verdict) {
        static Measure of(Slowdown slowdown) {
            return new Measure(
                    slowdown.measure().key(),
                    slowdown.measure().unit(),
                    slowdown.current(),
                    slowdown.baseline(),
                    slowdown.factor(),
                    slowdown.verdict().text());
        }
    }
}
