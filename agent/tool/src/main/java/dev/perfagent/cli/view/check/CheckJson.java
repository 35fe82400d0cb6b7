package dev.perfagent.cli.view.check;

import dev.perfagent.check.CheckedRun;
import dev.perfagent.check.RunParts;
import dev.perfagent.cli.option.FailOn;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.history.EnvironmentField;
import dev.perfagent.history.StoredRun;
import dev.perfagent.threshold.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verdicts for programs: one object that holds the runs in the order given. */
public record CheckJson(int schema, String failOn, boolean against, List<Checked> runs, long skippedLines) {
    private static final int SCHEMA = 1;

    /**
     * All of them.
     *
     * @param failOn how bad a verdict has to be to count against a run
     */
    public static CheckJson of(List<CheckedRun> checked, FailOn failOn, long skippedLines) {
        List<Checked> runs =
                checked.stream().map(run -> Checked.of(run, failOn)).toList();
        return new CheckJson(SCHEMA, failOn.text(), runs.stream().anyMatch(Checked::against), runs, skippedLines);
    }

    record Checked(
            String executionId,
            Instant timestamp,
            String application,
            @Nullable String applicationVersion,
            String command,
            @Nullable String fingerprint,
            boolean against,
            Parts parts,
            List<Judged> verdicts) {
        static Checked of(CheckedRun checked, FailOn failOn) {
            StoredRun run = checked.run();
            return new Checked(
                    run.id(),
                    run.start(),
                    run.application(),
                    run.applicationVersion(),
                    run.command(),
                    run.environment().text(EnvironmentField.FINGERPRINT),
                    checked.isAgainst(failOn.least()),
                    Parts.of(RunParts.of(run)),
                    checked.verdicts().stream().map(Judged::of).toList());
        }
    }

    /** What the run's time was made up of. */
    record Parts(
            @Nullable BigDecimal wallMs,
            @Nullable BigDecimal cpuMs,
            @Nullable BigDecimal applicationCpuMs,
            @Nullable BigDecimal withoutWaitingMs,
            @Nullable BigDecimal machineShare,
            String judgedBy)
            implements RecordJson.Inline {
        static Parts of(RunParts parts) {
            return new Parts(
                    Decimals.of(parts.wallMs()),
                    Decimals.of(parts.cpuMs()),
                    Decimals.of(parts.applicationCpuMs()),
                    Decimals.of(parts.withoutWaitingMs()),
                    Decimals.ratio(parts.machineShare()),
                    parts.trusted().key());
        }
    }

    /** Whether a value that is not its limit would become one by rounding: then both keep all of their digits. */
    private static boolean becomesTheLimit(double value, @Nullable Double limit) {
        BigDecimal rounded = Decimals.of(value);
        BigDecimal roundedLimit = Decimals.of(limit);
        return limit != null
                && value != limit
                && rounded != null
                && roundedLimit != null
                && rounded.compareTo(roundedLimit) == 0;
    }

    private static @Nullable BigDecimal number(@Nullable Double value, boolean exact) {
        return exact && value != null ? BigDecimal.valueOf(value) : Decimals.of(value);
    }

    record Judged(
            String verdict,
            String measure,
            String type,
            String subject,
            String rule,
            @Nullable BigDecimal value,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal usual,
            String unit,
            int runs,
            int needed,
            String explanation) {
        static Judged of(Verdict verdict) {
            boolean exact = becomesTheLimit(verdict.value(), verdict.limit());
            return new Judged(
                    verdict.result().text(),
                    verdict.measure().key(),
                    verdict.measure().type().key(),
                    verdict.subject(),
                    verdict.rule().text(),
                    number(verdict.value(), exact),
                    number(verdict.limit(), exact),
                    Decimals.of(verdict.usual()),
                    verdict.measure().unit(),
                    verdict.runs(),
                    verdict.needed(),
                    verdict.explanation());
        }
    }
}
