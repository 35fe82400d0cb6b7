package dev.perfagent.launch;

import java.io.File;
import java.net.URI;
import java.security.CodeSource;
import java.util.Objects;

/** The jar this class came from. */
public final class AgentJar {
    private AgentJar() {}

    /** That file. */
    public static File file() {
        CodeSource source = Objects.requireNonNull(
                AgentJar.class.getProtectionDomain().getCodeSource(), "perf-agent does not know where its own jar is");
        String path = source.getLocation().getPath();
        if (path.indexOf('%') < 0) { // nearly always, and parsing a URI takes 0.5 ms at a start
            return new File(path);
        }
        try {
            return new File(URI.create(source.getLocation().toString()));
        } catch (IllegalArgumentException odd) {
            return new File(path);
        }
    }

    /** As its manifest says; {@code development} outside the jar. */
    public static String version() {
        String version = AgentJar.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
