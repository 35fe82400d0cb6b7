package dev.perfagent.choice;

import dev.perfagent.choice.AlertStates.Entry;
import dev.perfagent.run.Alert;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Run;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Judge;
import dev.perfagent.threshold.Result;
import dev.perfagent.threshold.Verdict;
import dev.perfagent.tip.TipChoice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts follow from the verdicts on a run, and which of them are reported.
 *
 * <p>One alert a measure and subject, by the hardest rule that it broke, one that waits for more runs in a row behind one that
 * does not. It is an alert of the run when its limit was broken often enough in a row; it is reported when it is worse than
 * what was reported last, or that is longer ago than the cool-down; and it is over, which is reported once, when the limit was
 * kept as often in a row.
 */
public final class AlertChoice {
    private static final double MILLIS_A_MINUTE = 60_000;

    private final List<Alert> found = new ArrayList<>();
    private final List<Alert> reported = new ArrayList<>();
    private final StringBuilder changes = new StringBuilder();

    private AlertChoice() {}

    /**
     * The choice for one run.
     *
     * @param verdicts of {@link Judge} on that run
     * @param nowMillis milliseconds since the epoch
     */
    public static AlertChoice of(
            Run run, List<Verdict> verdicts, AlertPolicies policies, AlertStates states, long nowMillis) {
        AlertChoice choice = new AlertChoice();
        List<Verdict> broken = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            if (!verdict.isBroken()) {
                continue;
            }
            int harder = indexOf(broken, verdict);
            if (harder < 0) {
                broken.add(verdict);
            } else if (!isSure(broken.get(harder), policies, states) && isSure(verdict, policies, states)) {
                broken.set(harder, verdict);
            }
        }
        TipChoice tips = new TipChoice(run);
        for (Verdict verdict : broken) {
            Entry before = states.find(verdict.measure(), verdict.subject());
            Entry twin = twin(verdict.measure(), verdict.subject(), states);
            choice.broken(verdict, policies.of(verdict.measure().type()), before, twin, tips, nowMillis);
        }
        for (Entry entry : states.entries()) {
            Verdict verdict = kept(entry, verdicts);
            if (verdict != null && (entry.open() || entry.row() > 0)) {
                choice.keep(entry, verdict, policies.of(entry.measure().type()));
            }
        }
        return choice;
    }

    /** The alerts of the run, reported or not: those that are kept with it. */
    public List<Alert> found() {
        return found;
    }

    /** Those to report: alerts, and what is over as {@link Severity#RESOLVED}. */
    public List<Alert> reported() {
        return reported;
    }

    /** Lines to add to what {@link AlertStates} is read from; empty when nothing changed. */
    public String changes() {
        return changes.toString();
    }

    /**
     * What was reported of the same command's other time: of CPU time beside the time, and the other way round. Either is news
     * once.
     */
    private static @Nullable Entry twin(Measure measure, String subject, AlertStates states) {
        Measure twin = twin(measure);
        return twin == null ? null : states.find(twin, subject);
    }

    private static @Nullable Measure twin(Measure measure) {
        return measure == Measure.TIME ? Measure.CPU_TIME : measure == Measure.CPU_TIME ? Measure.TIME : null;
    }

    private void broken(
            Verdict verdict,
            AlertPolicy policy,
            @Nullable Entry before,
            @Nullable Entry twin,
            TipChoice tips,
            long nowMillis) {
        int row = before == null ? 1 : before.row() + 1;
        boolean sure = verdict.isAtOnce() || row >= policy.consecutiveViolations();
        boolean open = before != null && before.open();
        long reportedMillis = before == null ? 0 : before.reportedMillis();
        Severity severity = severity(verdict, policy);
        Severity reportedSeverity = before == null ? severity : before.severity();
        boolean reports = false;
        if (sure) {
            Alert alert = alert(verdict, severity, tips);
            found.add(alert);
            reports = !isCooling(policy, severity, reportedSeverity, reportedMillis, nowMillis)
                    && (twin == null
                            || !isCooling(policy, severity, twin.severity(), twin.reportedMillis(), nowMillis));
            if (reports) {
                reported.add(alert);
            }
        }
        Double limit = verdict.limit();
        changes.append(new Entry(
                                verdict.measure(),
                                verdict.subject(),
                                row,
                                0,
                                open || sure,
                                reports || (open && before != null && before.reported()),
                                reports ? nowMillis : reportedMillis,
                                reports ? severity : reportedSeverity,
                                limit == null ? verdict.value() : limit)
                        .line())
                .append('\n');
    }

    private void keep(Entry entry, Verdict verdict, AlertPolicy policy) {
        int calm = entry.calm() + 1;
        boolean over = entry.open() && calm >= policy.consecutiveViolations();
        if (over && entry.reported() && policy.enabled()) {
            reported.add(new Alert(
                    verdict.measure(),
                    Severity.RESOLVED,
                    verdict.subject(),
                    verdict.value(),
                    entry.limit(),
                    null,
                    verdict.explanation(),
                    List.of()));
        }
        boolean open = entry.open() && !over;
        changes.append(new Entry(
                                entry.measure(),
                                entry.subject(),
                                0,
                                open ? calm : 0,
                                open,
                                open && entry.reported(),
                                entry.reportedMillis(),
                                entry.severity(),
                                entry.limit())
                        .line())
                .append('\n');
    }

    /** The verdict by which a limit that was broken before is kept now; null when it is not, or nobody can say. */
    private static @Nullable Verdict kept(Entry entry, List<Verdict> verdicts) {
        Verdict kept = null;
        for (Verdict verdict : verdicts) {
            if (!entry.isOf(verdict.subject())) {
                continue;
            }
            if (verdict.measure() == twin(entry.measure()) && verdict.isBroken()) {
                return null; // it is slower still, if by its other time
            }
            if (verdict.measure() != entry.measure()) {
                continue;
            }
            boolean beyond =
                    entry.measure().lessIsWorse() ? verdict.value() < entry.limit() : verdict.value() > entry.limit();
            if (verdict.isBroken() || beyond || (verdict.result() == Result.INCONCLUSIVE && verdict.isBeyond())) {
                return null;
            }
            kept = kept == null ? verdict : kept;
        }
        return kept;
    }

    private static int indexOf(List<Verdict> verdicts, Verdict wanted) {
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            if (verdict.measure() == wanted.measure() && verdict.subject().equals(wanted.subject())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a broken limit is an alert, be it the row with this run. */
    private static boolean isSure(Verdict verdict, AlertPolicies policies, AlertStates states) {
        return verdict.isAtOnce()
                || states.row(verdict) + 1
                        >= policies.of(verdict.measure().type()).consecutiveViolations();
    }

    private static Severity severity(Verdict verdict, AlertPolicy policy) {
        Severity fixed = policy.severity();
        if (fixed != null) {
            return fixed;
        }
        return verdict.result() == Result.CRITICAL ? Severity.CRITICAL : Severity.WARNING;
    }

    private static boolean isCooling(
            AlertPolicy policy, Severity severity, Severity reportedSeverity, long reportedMillis, long nowMillis) {
        boolean repeats = severity == Severity.CRITICAL && policy.repeatsCritical();
        boolean worse = severity.compareTo(reportedSeverity) > 0;
        long age = nowMillis - reportedMillis;
        // An age below 0 is a clock that was set back: better reported twice than never.
        return reportedMillis > 0 && !repeats && !worse && age >= 0 && age < policy.coolDownMinutes() * MILLIS_A_MINUTE;
    }

    private static Alert alert(Verdict verdict, Severity severity, TipChoice tips) {
        Double limit = verdict.limit();
        return new Alert(
                verdict.measure(),
                severity,
                verdict.subject(),
                verdict.value(),
                limit == null ? verdict.value() : limit,
                verdict.measure() == Measure.PHASE_TIME ? null : verdict.usual(),
                verdict.explanation(),
                tips.of(verdict.measure(), verdict.subject()));
    }
}
