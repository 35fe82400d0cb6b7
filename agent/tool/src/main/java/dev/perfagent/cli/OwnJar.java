package dev.perfagent.cli;

import dev.perfagent.launch.AgentJar;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The jar we came in, which is the agent as well. */
final class OwnJar {
    private OwnJar() {}

    /** Null outside a jar. As the agent itself sees it, for its path is part of what a plan is kept under. */
    static @Nullable Path path() {
        Path path = AgentJar.file().toPath();
        return Files.isRegularFile(path) ? path : null;
    }
}
