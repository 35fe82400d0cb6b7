package dev.perfagent.cli.command;

import dev.perfagent.cli.option.CountConverter;
import dev.perfagent.cli.option.LimitConverter;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.prune.PruneDocument;
import dev.perfagent.cli.view.prune.PruneJson;
import dev.perfagent.cli.view.prune.PruneResult;
import dev.perfagent.prune.ExpiredDay;
import dev.perfagent.prune.HomeRetention;
import dev.perfagent.prune.Pruner;
import dev.perfagent.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes old runs. */
@Command(
        name = "prune",
        addMethodSubcommands = false,
        header = "Deletes the oldest days of the history, and what crashed processes left behind.",
        description = {
            "",
            "Deletes whole days, in UTC. A day is kept while a run that began on it is still running. What monitors "
                    + "wrote goes with them. "
                    + "Without --keep-days and --keep-runs, journal.retention_days of instrumentation.yml decides; by "
                    + "default 90 days are kept."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar prune --keep-days 30 --dry-run",
            "  java -jar perf-agent.jar prune --keep-runs 100000"
        })
final class PruneCommand implements Callable<Integer> {
    private final Session session;

    @ArgGroup
    private @Nullable Keep keep;

    @Option(names = "--dry-run", description = "Only show what would be deleted.")
    private boolean dryRun;

    PruneCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path home = session.home();
        if (!dryRun) {
            Upkeep.ofKilledRuns(session); // a killed run must not go with its marker
        }
        Pruner pruner = new Pruner(home, session.clock());
        Long runs = keep == null ? null : keep.runs;
        Integer days = keep == null ? (Integer) configuredDays(home) : keep.days;
        List<ExpiredDay> old =
                days == null ? pruner.beyondRuns(runs == null ? Long.MAX_VALUE : runs) : pruner.beyondDays(days);
        List<ExpiredDay> watched = pruner.ofMonitors(firstKept(pruner, days, old));
        List<Path> abandoned = pruner.abandoned();
        if (!dryRun) {
            for (ExpiredDay day : old) {
                pruner.delete(day);
            }
            for (ExpiredDay day : watched) {
                pruner.delete(day);
            }
            for (Path file : abandoned) {
                pruner.delete(file);
            }
        }
        PruneResult pruned = new PruneResult(dryRun, days, runs, old, watched, abandoned);
        if (session.common().isJson()) {
            session.json(PruneJson.of(pruned));
        } else {
            session.show(PruneDocument.of(pruned));
        }
        return ExitCode.FINE;
    }

    /** Where runs are counted, what monitors wrote goes with the days of the runs. */
    private static LocalDate firstKept(Pruner pruner, @Nullable Integer days, List<ExpiredDay> old) {
        if (days != null) {
            return pruner.firstOfLast(days);
        }
        return old.isEmpty() ? LocalDate.MIN : old.get(old.size() - 1).date().plusDays(1);
    }

    private int configuredDays(Path home) {
        Integer configured = new HomeRetention(home, session.clock()).days();
        return configured == null ? Settings.STANDARD_RETENTION_DAYS : configured;
    }

    /** One of them. */
    static final class Keep {
        @Option(
                names = "--keep-days",
                paramLabel = "N",
                converter = LimitConverter.class,
                description = "Keep the last N days, today included.")
        private @Nullable Integer days;

        @Option(
                names = "--keep-runs",
                paramLabel = "N",
                converter = CountConverter.class,
                description =
                        "Keep the newest days that hold at least N runs together, and always today and yesterday.")
        private @Nullable Long runs;
    }
}
