package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.LimitOption;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.OutcomeOption;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.view.run.RunJsonList;
import dev.perfagent.cli.view.run.RunList;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists runs. */
@Command(
        name = "runs",
        addMethodSubcommands = false,
        header = "Lists recorded runs, the newest first.",
        synopsisSubcommandLabel = "[show ID]",
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar runs --command batch --since 7d",
            "  java -jar perf-agent.jar runs show last"
        })
final class RunsCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Mixin
    private final LimitOption limit = new LimitOption(20);

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final OutcomeOption outcome = new OutcomeOption();

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    RunsCommand(Session session) {
        this.session = session;
    }

    /** The same, without a command line that is read. */
    RunsCommand limit(@Nullable Integer most) {
        limit.set(most);
        return this;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        Upkeep.before(session, from);
        StoredRuns stored = StoredRuns.open(session, from);
        List<RawRun> runs = stored.history().newest(new RunQuery(selection(), limit.limit()));
        stored.reportProblems();
        if (session.common().isJson()) {
            RunJsonList.write(runs, stored.history().tally().skippedLines(), session.out());
        } else if (!runs.isEmpty()) {
            session.show(new RunList(ZonedDateTime.now(session.clock())).of(runs));
        }
        return runs.isEmpty() ? NoRunFits.report(session, stored, selection()) : ExitCode.FINE;
    }

    private RunSelection selection() {
        return selection.selection().thatEnded(outcome.outcome());
    }
}
