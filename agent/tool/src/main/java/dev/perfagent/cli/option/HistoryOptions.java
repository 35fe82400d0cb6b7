package dev.perfagent.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command understands that reads stored runs; a mixin. */
@Command(addMethodSubcommands = false)
public final class HistoryOptions {
    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Read the runs of this home or history folder instead, such as one collected from another"
                    + " machine, or of all such folders in it. May be given several times.")
    private final List<Path> folders = new ArrayList<>();

    @Option(names = "--strict", description = "Fail when anything in the history cannot be read.")
    private boolean strict;

    /** Homes or history folders; empty when the own home is meant. */
    public List<Path> folders() {
        return folders;
    }

    /** Whether a line or file that cannot be read is a failure. */
    public boolean isStrict() {
        return strict;
    }
}
