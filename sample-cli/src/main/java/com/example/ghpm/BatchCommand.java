package com.example.ghpm;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Updates the most pressing tasks. */
@Command(name = "batch", description = "Labels the most pressing tasks and gives those that nobody works on to you.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class BatchCommand implements Callable<Integer> {
    @ParentCommand
    private Ghpm ghpm;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options;

    @Option(names = "--size", paramLabel = "N", defaultValue = "10", description = "How many tasks (default 10).")
    private int size;

    @Option(names = "--label", paramLabel = "NAME", defaultValue = "triaged", description = "By default triaged.")
    private String label;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Also comment on each task.")
    private @Nullable String comment;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Option(names = "--fail-after", paramLabel = "N", hidden = true, description = "Stop with an error after N tasks.")
    private @Nullable Integer failAfter;

    @Override
    public Integer call() throws IOException {
        if (size < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--size must be at least 1, not " + size);
        }
        var plan = new TaskUpdater.Plan(label, comment, size, dryRun, failAfter);
        try (Session session = new Initialization(spec, ghpm.environment()).initialize(options)) {
            Settings settings = session.settings();
            Authentication.Connection connection = Authentication.authenticate(settings);
            ProjectData data = new DataFetcher(connection.gitHub()).fetchProject(settings.project());
            Processor.Outcome outcome = new Processor(settings.sizing()).processTasks(data);
            session.remark(outcome.fields());
            List<TaskUpdater.Update> updates = new TaskUpdater(plan, connection.myself())
                    .updateTasks(outcome.board().ranked(), data.issues());
            new Renderer(spec.commandLine().getOut()).renderBatch(settings.project(), updates, dryRun);
            session.conclude(outcome.board());
            return CommandLine.ExitCode.OK;
        }
    }
}
