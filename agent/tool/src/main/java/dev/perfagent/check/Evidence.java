package dev.perfagent.check;

import dev.perfagent.history.NewestFirst;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunPurpose;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.AgentCost;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Outcome;
import dev.perfagent.threshold.RecentRuns;
import dev.perfagent.threshold.RecentTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the runs of some commands, in short, so that each run can be judged by those before it: just what the agent
 * would have known then, were its memory as long.
 */
public final class Evidence implements NewestFirst {
    /** Looked at of those before a run, so that the cost of a question does not grow with the history. */
    private static final int MOST_LOOKED_AT = 1000;

    private static final Comparator<Past> NEWEST_FIRST =
            Comparator.comparing(Past::start).thenComparing(Past::id).reversed();

    private final Map<Command, List<Past>> runs = new HashMap<>();

    /** The oldest run that is judged of each version of each command on each machine. */
    private final Map<Command, Map<List<Object>, Past>> judged;

    /** Of which commands enough runs are known, and when the oldest of those that matter began: it need not keep older ones. */
    private final Map<Command, Instant> enough = new HashMap<>();

    private final Set<Command> changed = new HashSet<>();

    private Evidence(Map<Command, Map<List<Object>, Past>> judged) {
        this.judged = judged;
    }

    /** What is needed to judge those runs, once the runs of their commands were taken. */
    public static Evidence on(Collection<StoredRun> runs) {
        Map<Command, Map<List<Object>, Past>> judged = new HashMap<>();
        for (StoredRun run : runs) {
            if (RunPurpose.of(run) == RunPurpose.USE) {
                Past past = Past.of(run);
                judged.computeIfAbsent(Command.of(run), first -> new HashMap<>())
                        .merge(past.kind(), past, BinaryOperator.maxBy(NEWEST_FIRST));
            }
        }
        return new Evidence(judged);
    }

    @Override
    public void take(RawRun raw) {
        Command command = Command.of(raw.run());
        Instant least = enough.get(command);
        if (RunPurpose.of(raw.run()) == RunPurpose.USE
                && judged.containsKey(command)
                && (least == null || !raw.start().isBefore(least))) {
            runs.computeIfAbsent(command, first -> new ArrayList<>()).add(Past.of(raw.run()));
            changed.add(command);
        }
    }

    @Override
    public @Nullable Instant since() {
        for (Command command : changed) {
            ofCommand(command).sort(NEWEST_FIRST);
            Instant needed = oldestNeeded(command);
            if (needed != null) {
                enough.put(command, needed);
            }
        }
        changed.clear();
        if (judged.isEmpty()) {
            return Instant.MAX;
        }
        return enough.size() < judged.size() ? null : Collections.min(enough.values());
    }

    /** How many runs are known. */
    int kept() {
        int kept = 0;
        for (List<Past> known : runs.values()) {
            kept += known.size();
        }
        return kept;
    }

    private @Nullable Instant oldestNeeded(Command command) {
        Instant oldest = Instant.MAX;
        for (Past present : judged.getOrDefault(command, Map.of()).values()) {
            Instant needed = oldestNeeded(present, ofCommand(command));
            if (needed == null) {
                return null;
            }
            oldest = needed.isBefore(oldest) ? needed : oldest;
        }
        return oldest;
    }

    /** When the oldest began of those that a run is compared with; null when there may be older ones. */
    private static @Nullable Instant oldestNeeded(Past present, List<Past> known) {
        int before = 0;
        int same = 0;
        for (Past past : known) {
            if (NEWEST_FIRST.compare(past, present) > 0) {
                before++;
                same += past.isComparable(present) && Objects.equals(past.version(), present.version()) ? 1 : 0;
                if (before >= MOST_LOOKED_AT || same >= RecentTimes.MOST_RUNS && before >= RecentRuns.ENDS - 1) {
                    return past.start();
                }
            }
        }
        return null;
    }

    private List<Past> ofCommand(Command command) {
        return runs.getOrDefault(command, List.of());
    }

    /** The runs of its command before that one; none for a run that was made to be measured. */
    public RecentRuns before(StoredRun run) {
        if (RunPurpose.of(run) != RunPurpose.USE) {
            return RecentRuns.NONE;
        }
        since(); // sorts them
        Past present = Past.of(run);
        RecentTimes same = new RecentTimes();
        RecentTimes other = new RecentTimes();
        Past otherVersion = null;
        int ended = 0;
        int failed = 0;
        int before = 0;
        for (Past past : ofCommand(Command.of(run))) {
            if (NEWEST_FIRST.compare(past, present) <= 0) {
                continue;
            }
            if (++before > MOST_LOOKED_AT) {
                break;
            }
            if (ended < RecentRuns.ENDS - 1) {
                ended++;
                failed += past.outcome() == Outcome.SUCCESS ? 0 : 1;
            }
            if (!past.isComparable(present)) {
                continue;
            }
            if (Objects.equals(past.version(), present.version())) {
                past.addTo(same, present);
            } else if (otherVersion == null || Objects.equals(past.version(), otherVersion.version())) {
                otherVersion = past;
                past.addTo(other, present);
            }
            if (same.runs() >= RecentTimes.MOST_RUNS) {
                break;
            }
        }
        return new RecentRuns(same, other, otherVersion == null ? null : otherVersion.version(), ended, failed);
    }

    private record Command(String application, String command) {
        static Command of(StoredRun run) {
            return new Command(run.application(), run.command());
        }
    }

    private record Past(
            String id,
            Instant start,
            @Nullable String version,
            String fingerprint,
            @Nullable Outcome outcome,
            boolean warm,
            double totalMs,
            double cpuWaitMs,
            double threadCpuMs,
            double cpuMs,
            double jvmCpuMs,
            double gaugeMs,
            double lookUs,
            @Nullable String gaugeId) {
        static Past of(StoredRun run) {
            Contention contention = run.resourceUsage().contention();
            return new Past(
                    run.id(),
                    run.start(),
                    run.applicationVersion(),
                    run.fingerprint(),
                    run.outcome(),
                    AgentCost.WARM.equals(run.plan()),
                    run.totalMs(),
                    RecentTimes.known(contention.cpuWaitMs()),
                    RecentTimes.known(contention.threadCpuMs()),
                    RecentTimes.known(run.resourceUsage().cpuTimeMs()),
                    RecentTimes.known(contention.jvmCpuMs()),
                    RecentTimes.known(contention.gaugeMs()),
                    RecentTimes.known(contention.lookUs()),
                    contention.gaugeId());
        }

        void addTo(RecentTimes times, Past judged) {
            boolean sameWork = Objects.equals(gaugeId, judged.gaugeId);
            double gauge = sameWork ? gaugeMs : Double.NaN;
            double look = sameWork ? lookUs : Double.NaN;
            times.add(totalMs, cpuWaitMs, threadCpuMs, cpuMs, jvmCpuMs, gauge, look);
        }

        /** What those have in common that are judged by the same runs. */
        List<Object> kind() {
            return List.of(String.valueOf(version), fingerprint);
        }

        boolean isComparable(Past to) {
            return outcome == Outcome.SUCCESS
                    && warm
                    && totalMs >= 0
                    && fingerprint.equals(to.fingerprint)
                    && !fingerprint.isEmpty();
        }
    }
}
