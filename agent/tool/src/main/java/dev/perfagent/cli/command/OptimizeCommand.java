package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.HistoryOptions;
import dev.perfagent.cli.option.LimitOption;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.SelectionOptions;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NoRunFits;
import dev.perfagent.cli.session.Plans;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.session.StoredRuns;
import dev.perfagent.cli.session.Upkeep;
import dev.perfagent.cli.session.UsesHome;
import dev.perfagent.cli.view.advice.AdviceDocument;
import dev.perfagent.cli.view.advice.AdviceJson;
import dev.perfagent.optimize.Advice;
import dev.perfagent.optimize.Adviser;
import dev.perfagent.optimize.Area;
import dev.perfagent.optimize.CostsByCommand;
import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what would save most. */
@Command(
        name = "optimize",
        addMethodSubcommands = false,
        header = "Shows what would save most time and requests a day, with the evidence.",
        description = {
            "",
            "Uses only runs that succeeded, were warm (not a first run, which is slower), and were neither profiled nor"
                    + " part of a benchmark. Leaves"
                    + " out what was found in fewer than 3 runs, and what is less than 5%% of a command's time and"
                    + " requests. Without an --analyze option it looks at all areas. JSON has all results, unless --limit"
                    + " is given."
        },
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar optimize --timeframe week",
            "  java -jar perf-agent.jar optimize --analyze-api-usage --command batch"
        })
final class OptimizeCommand implements Callable<Integer>, ManyFormats, UsesHome {
    private final Session session;

    @Option(names = "--analyze-cache", description = "Look at caches.")
    private boolean cache;

    @Option(names = "--analyze-api-usage", description = "Look at requests to the GitHub API.")
    private boolean api;

    @Option(names = "--analyze-startup", description = "Look at the time before and after the command.")
    private boolean startup;

    @Mixin
    private final LimitOption limit = new LimitOption(10);

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final HistoryOptions from = new HistoryOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    OptimizeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        Upkeep.before(session, from);
        StoredRuns stored = StoredRuns.open(session, from);
        CostsByCommand habits = stored.collect(
                selection.selection(),
                CostsByCommand.collector(selection.selection().kind()));
        List<Advice> advice = new Adviser(this::program).of(habits, areas());
        if (session.common().isJson()) {
            session.json(AdviceJson.of(isLimited() ? first(advice) : advice, habits));
        } else if (!advice.isEmpty()) {
            session.show(AdviceDocument.of(advice, limit.limit(), habits));
        }
        if (habits.measured() + habits.others() == 0) {
            return NoRunFits.report(session, stored, selection.selection());
        }
        if (advice.isEmpty()) {
            session.report("Nothing to save was found in " + Amount.counted(habits.measured(), "run", "runs") + ".");
        }
        return ExitCode.FINE;
    }

    private boolean isLimited() {
        return spec.commandLine().getParseResult().hasMatchedOption("--limit");
    }

    private List<Advice> first(List<Advice> advice) {
        return advice.subList(0, Math.min(limit.limit(), advice.size()));
    }

    private Set<Area> areas() {
        Set<Area> areas = EnumSet.noneOf(Area.class);
        if (cache) {
            areas.add(Area.CACHE);
        }
        if (api) {
            areas.add(Area.API);
        }
        if (startup) {
            areas.add(Area.STARTUP);
        }
        return areas.isEmpty() ? EnumSet.allOf(Area.class) : areas;
    }

    /** As the newest plan of the application has it. */
    private @Nullable String program(String application) {
        for (PlanFile plan : plans()) {
            PlanOrigin origin = plan.origin();
            if (origin != null && application.equals(plan.application())) {
                String program = origin.program();
                return program.endsWith(".jar") ? "-jar " + program : "-cp CLASSPATH " + program;
            }
        }
        return null;
    }

    private List<PlanFile> plans() {
        try {
            return Plans.of(session).all();
        } catch (IOException e) {
            return List.of(); // only a word of an example is missing
        }
    }
}
