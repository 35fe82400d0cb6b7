package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Plans;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.plan.PlanList;
import dev.perfagent.cli.view.plan.PlanListJson;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists plans. */
@Command(
        name = "list",
        addMethodSubcommands = false,
        header = "Lists the plans, the newest first.",
        footer = {"", "Example:", "  java -jar perf-agent.jar plan list --format json"})
final class PlanListCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    PlanListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        Plans plans = Plans.of(session);
        if (session.common().isJson()) {
            session.json(PlanListJson.of(plans.folder(), plans.all()));
        } else if (!plans.all().isEmpty()) {
            session.show(new PlanList(session.clock()).of(plans.all()));
        }
        if (plans.all().isEmpty()) {
            session.report("No plans in " + plans.folder() + ". A program's first run with the agent makes one:\n"
                    + "  java -jar perf-agent.jar prepare -- java -jar your-tool.jar");
        }
        return ExitCode.FINE;
    }
}
