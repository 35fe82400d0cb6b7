package dev.perfagent.cli.command;

import dev.perfagent.baseline.BaselineStore;
import dev.perfagent.baseline.BenchmarksUpdate;
import dev.perfagent.baseline.Medians;
import dev.perfagent.baseline.UneditableException;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.option.NameOptions;
import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.SafeText;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.NameSuggestions;
import dev.perfagent.cli.session.Session;
import dev.perfagent.compare.RunGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what was kept into {@code benchmarks.yml}. */
@Command(
        name = "write",
        addMethodSubcommands = false,
        header = "Writes a saved baseline's medians into a benchmarks.yml, as baseline_ms.",
        description = {
            "",
            "Changes only these values and adds new commands; comments, order, anchors, quotes and line ends "
                    + "stay. A file that cannot be edited safely is not changed, and the text to paste is printed."
        },
        footer = {"", "Example:", "  java -jar perf-agent.jar baseline write release-2 benchmarks.yml --dry-run"})
final class BaselineWriteCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "The baseline's name, as in 'baseline list'.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The benchmarks.yml; created when it is missing.")
    private Path file = Path.of("benchmarks.yml");

    @Mixin
    private final NameOptions names = new NameOptions();

    @Option(names = "--dry-run", description = "Show the change and write nothing.")
    private boolean dryRun;

    @Option(
            names = "--force",
            description = "Also write values that contradict the command's target_ms or max_acceptable_ms.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    BaselineWriteCommand(Session session) {
        this.session = session;
    }

    /** A diff is a program's food as well as a person's. */
    @Override
    public Set<Format> formats() {
        return Set.of(Format.TEXT);
    }

    @Override
    public Integer call() throws IOException {
        BaselineStore store = new BaselineStore(session.home());
        Path saved = store.file(name);
        if (saved == null) {
            session.report("perf-agent: " + NameSuggestions.noBaseline(name, store.names()));
            return ExitCode.USAGE;
        }
        RunGroup all = BaselineStore.read(saved).runs();
        RunGroup runs = all.only(names.application(), names.command());
        if (runs.size() == 0) {
            session.report("perf-agent: " + NameSuggestions.notInBaseline(names.application(), names.command(), all));
            return ExitCode.USAGE;
        }
        Medians medians;
        try {
            medians = Medians.of(runs);
        } catch (UneditableException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        medians.remarks().forEach(session::report);
        try {
            return write(BenchmarksUpdate.open(file, medians));
        } catch (UneditableException e) {
            session.report("perf-agent: " + file + " was not changed: " + e.getMessage() + "\nPaste this:\n"
                    + BenchmarksUpdate.paste(medians).stripTrailing());
            return ExitCode.IO;
        }
    }

    private int write(BenchmarksUpdate benchmarks) throws IOException {
        benchmarks.diff().lines().map(SafeText::text).forEach(session.out()::line);
        benchmarks.conflicts().forEach(conflict -> session.report("perf-agent: " + SafeText.text(conflict)));
        if (dryRun) {
            session.report("Nothing was written.");
        } else if (benchmarks.changes() == 0) {
            session.report(file + " has these values already.");
        } else if (!benchmarks.conflicts().isEmpty() && !force) {
            session.report("perf-agent: nothing was written; --force writes it anyway");
            return ExitCode.USAGE;
        } else {
            benchmarks.write();
            session.report("wrote " + file + ": " + Amount.counted(benchmarks.changes(), "change", "changes"));
        }
        return ExitCode.FINE;
    }
}
