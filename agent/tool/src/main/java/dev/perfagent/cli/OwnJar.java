package dev.perfagent.cli;

import dev.perfagent.launch.PerfAgent;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The jar we came in, which is the agent as well. */
final class OwnJar {
    private OwnJar() {}

    /** Null outside a jar. The path is the one that the agent sees, because it is part of a plan's key. */
    static @Nullable Path path() {
        Path path = PerfAgent.jar().toPath();
        return Files.isRegularFile(path) ? path : null;
    }
}
