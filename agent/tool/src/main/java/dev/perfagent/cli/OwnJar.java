package dev.perfagent.cli;

import dev.perfagent.launch.Main;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** The jar we came in, which is the agent as well. */
final class OwnJar {
    private OwnJar() {}

    /** Null outside a jar. Asks core, which the JVM loaded: classes of the isolated loader do not tell where they are from. */
    static @Nullable Path path() {
        CodeSource source = Main.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            Path path = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(path) ? path : null;
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
