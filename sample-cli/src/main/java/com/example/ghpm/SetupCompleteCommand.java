package com.example.ghpm;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Completes what a project needs before its tasks can be ranked. */
@Command(
        name = "setup-complete",
        description = "Checks that each repository has the labels it needs, and creates those that are missing.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class SetupCompleteCommand implements Callable<Integer> {
    @ParentCommand
    private Ghpm ghpm;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options;

    @Option(names = "--dry-run", description = "Only say what is missing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        try (Session session = new Initialization(spec, ghpm.environment()).initialize(options)) {
            Settings settings = session.settings();
            Authentication.Connection connection = Authentication.authenticate(settings);
            ProjectData data = new DataFetcher(connection.gitHub()).fetchSetup(settings.project());
            List<LabelRules.Missing> missing = new Processor(settings.sizing()).processLabels(data);
            if (!dryRun) {
                LabelCreator.createMissing(missing, data.repositories());
            }
            new Renderer(spec.commandLine().getOut()).renderSetup(data, settings.project(), missing, dryRun);
            return CommandLine.ExitCode.OK;
        }
    }
}
