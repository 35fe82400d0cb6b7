package dev.perfagent.cli.option;

import dev.perfagent.history.Label;
import dev.perfagent.history.RunKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which kind of runs is meant, by what is recorded with them; a mixin. */
public final class KindOptions {
    @Option(names = "--version", paramLabel = "VERSION", description = "Only runs of this version of the application.")
    private @Nullable String version;

    @Option(
            names = "--label",
            paramLabel = "NAME[=VALUE]",
            converter = LabelConverter.class,
            description =
                    "Only runs with this label or captured value. May be given several times; runs must have all of them."
                            + " Runs of a benchmark or a profiler count only if they are chosen by --label benchmark or"
                            + " --label profiled.")
    private final List<Label> labels = new ArrayList<>();

    /** By default all. */
    public RunKind kind() {
        return new RunKind(version, labels);
    }
}
