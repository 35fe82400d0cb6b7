package dev.perfagent.cli.command;

import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.LimitConverter;
import dev.perfagent.cli.option.OutcomeConverter;
import dev.perfagent.cli.output.RunJsonList;
import dev.perfagent.cli.output.RunTable;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import dev.perfagent.run.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(
        name = "runs",
        header = "Lists recorded runs, the newest first.",
        synopsisSubcommandLabel = "[show ID]",
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar runs --command batch --since 7d",
            "  java -jar perf-agent.jar runs show last"
        })
final class RunsCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "At most this many runs; by default 20.")
    private int limit = 20;

    @Option(names = "--command", paramLabel = "NAME", description = "Only runs of this command.")
    private @Nullable String command;

    @Option(names = "--application", paramLabel = "NAME", description = "Only runs of this application.")
    private @Nullable String application;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only runs since then: 24h, 7d, 2026-11-01, 2026-11-01T09:30.")
    private @Nullable Instant since;

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            converter = OutcomeConverter.class,
            description = "Only runs that ended so: success, error, killed.")
    private @Nullable Outcome outcome;

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    RunsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        StoredRuns stored = StoredRuns.open(session, from);
        List<RawRun> runs = stored.history().newest(new RunQuery(selection(), limit));
        stored.tellProblems();
        if (session.common().isJson()) {
            RunJsonList.write(runs, stored.history().tally().skippedLines(), session.out());
        } else if (!runs.isEmpty()) {
            new RunTable(session.out().screen(), ZonedDateTime.now(session.clock()))
                    .lines(runs)
                    .forEach(session.out()::line);
        }
        if (runs.isEmpty()) {
            tellWhyEmpty(session, stored);
        }
        return ExitCode.FINE;
    }

    private RunSelection selection() {
        return RunSelection.ALL
                .in(new TimeRange(since, null))
                .ofApplication(application)
                .ofCommand(command)
                .thatEnded(outcome);
    }

    static void tellWhyEmpty(Session session, StoredRuns stored) throws IOException {
        if (stored.history().newest(RunQuery.newest(1)).isEmpty()) {
            stored.tellHowToRecord();
        } else {
            session.tell("No run fits.");
        }
    }
}
