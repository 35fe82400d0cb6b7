package dev.perfagent.launch;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.CodeSource;

/** The jar this class came from. */
public final class AgentJar {
    private AgentJar() {}

    /** That file. */
    public static File file() {
        CodeSource source = AgentJar.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("perf-agent does not know where its own jar is");
        }
        try {
            return new File(new URI(source.getLocation().toString()));
        } catch (URISyntaxException | IllegalArgumentException odd) {
            return new File(source.getLocation().getPath());
        }
    }

    /** As its manifest tells; {@code development} outside the jar. */
    public static String version() {
        String version = AgentJar.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
