package dev.perfagent.cli.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The files of a benchmark: what it writes, and what it compares with; a mixin. */
@Command(addMethodSubcommands = false)
public final class BenchmarkFiles {
    @Option(names = "--output", paramLabel = "FILE", description = "Write the result to this file.")
    private @Nullable Path output;

    @Option(
            names = "--export-hyperfine",
            paramLabel = "FILE",
            description = "Also write the times to this file in the form of hyperfine's JSON.")
    private @Nullable Path exported;

    @Option(
            names = "--import-hyperfine",
            paramLabel = "FILE",
            description = "Compare with the times in this file, which hyperfine wrote with --export-json.")
    private @Nullable Path imported;

    @Option(names = "--save-baseline", paramLabel = "NAME", description = "Keep the times under this name.")
    private @Nullable String saved;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "Compare with the times that were kept under this name.")
    private @Nullable String baseline;

    /** Null for standard output. */
    public @Nullable Path output() {
        return output;
    }

    /** Null for none. */
    public @Nullable Path exported() {
        return exported;
    }

    /** Null for none. */
    public @Nullable Path imported() {
        return imported;
    }

    /** Under which name the times are kept; null for none. */
    public @Nullable String saved() {
        return saved;
    }

    /** Null for none. */
    public @Nullable String baseline() {
        return baseline;
    }
}
