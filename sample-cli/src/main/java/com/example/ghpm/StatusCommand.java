package com.example.ghpm;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows where a project stands. */
@Command(name = "status", description = "Shows where a project stands.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    private Ghpm ghpm;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options;

    @Override
    public Integer call() throws IOException {
        try (Session session = new Initialization(spec, ghpm.environment()).initialize(options)) {
            Settings settings = session.settings();
            Authentication.Connection connection = Authentication.authenticate(settings);
            ProjectData data = new DataFetcher(connection.gitHub()).fetchProject(settings.project());
            Processor.Outcome outcome = new Processor(settings.sizing()).processTasks(data);
            session.remark(outcome.fields());
            new Renderer(spec.commandLine().getOut()).renderStatus(settings.project(), outcome.board(), data.people());
            session.conclude(outcome.board());
            return CommandLine.ExitCode.OK;
        }
    }
}
