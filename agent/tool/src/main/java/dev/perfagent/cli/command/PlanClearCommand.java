package dev.perfagent.cli.command;

import dev.perfagent.cli.option.SinceConverter;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.SafeText;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Plans;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.plan.PlanListJson;
import dev.perfagent.plan.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes plans. */
@Command(
        name = "clear",
        addMethodSubcommands = false,
        header = "Deletes plans; the next run of a program makes its plan again.",
        footer = {
            "",
            "Examples:",
            "  java -jar perf-agent.jar plan clear ghpm.jar-31d233c6547001e8",
            "  java -jar perf-agent.jar plan clear --older-than 30d"
        })
final class PlanClearCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "A plan's name, or a part of it that no other has.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "Delete all plans.")
    private boolean all;

    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            description = "Delete plans that were last written before this time: " + SinceConverter.FORMS + ".")
    private @Nullable Instant olderThan;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PlanClearCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        int ways = (names.isEmpty() ? 0 : 1) + (all ? 1 : 0) + (olderThan == null ? 0 : 1);
        if (ways != 1 || names.contains("")) {
            throw new ParameterException(spec.commandLine(), "give names, --all or --older-than");
        }
        Plans plans = Plans.of(session);
        List<PlanFile> wanted = names.isEmpty() ? wanted(plans) : named(plans);
        if (wanted.size() < names.size()) {
            return ExitCode.USAGE;
        }
        return clear(wanted);
    }

    /** What lies there and is not named like ours is somebody else's. */
    private List<PlanFile> wanted(Plans plans) {
        return plans.all().stream()
                .filter(PlanFile::isNamedLikeOurs)
                .filter(plan -> olderThan == null || plan.modifiedMillis() < olderThan.toEpochMilli())
                .toList();
    }

    /** Fewer than there are names when one of them means none or many. */
    private List<PlanFile> named(Plans plans) {
        List<PlanFile> found = new ArrayList<>();
        for (String name : names) {
            PlanFile plan = plans.named(name, session);
            if (plan != null) {
                found.add(plan);
            }
        }
        return found;
    }

    private int clear(List<PlanFile> plans) {
        List<PlanFile> cleared = new ArrayList<>();
        boolean failed = false;
        for (PlanFile plan : plans) {
            try {
                if (Files.deleteIfExists(plan.file().toPath())) {
                    cleared.add(plan);
                }
            } catch (IOException e) {
                failed = true;
                session.report("perf-agent: cannot delete " + plan.file());
            }
        }
        report(cleared);
        return failed ? ExitCode.IO : ExitCode.FINE;
    }

    private void report(List<PlanFile> cleared) {
        if (session.common().isJson()) {
            session.json(PlanListJson.Cleared.of(cleared));
            return;
        }
        cleared.forEach(plan -> session.out().line("cleared " + SafeText.text(plan.name())));
        if (cleared.isEmpty()) {
            session.report("No plan was cleared.");
        } else {
            double bytes = cleared.stream().mapToLong(PlanFile::length).sum();
            session.out().line(Amount.counted(cleared.size(), "plan", "plans") + ", " + Amount.bytes(bytes));
        }
    }
}
