package dev.perfagent.cli.command;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Plans;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.plan.PlanDocument;
import dev.perfagent.cli.view.plan.PlanJson;
import dev.perfagent.plan.PlanFile;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one plan. */
@Command(
        name = "show",
        addMethodSubcommands = false,
        header = "Shows what a plan was made for, and which classes were woven by which rule.",
        footer = {"", "Example:", "  java -jar perf-agent.jar plan show ghpm.jar-31d233c6547001e8"})
final class PlanShowCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The plan's name, or a part of it that no other has.")
    private String name = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PlanShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws IOException {
        if (name.isBlank()) {
            throw new ParameterException(spec.commandLine(), "the name is empty");
        }
        PlanFile plan = Plans.of(session).named(name, session);
        if (plan == null) {
            return ExitCode.USAGE;
        }
        if (session.common().isJson()) {
            session.json(PlanJson.of(plan));
        } else {
            session.show(new PlanDocument(session.clock()).of(plan));
        }
        return ExitCode.FINE;
    }
}
