package dev.perfagent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the build has put what is measured.
 *
 * @param bench this module's folder
 */
public record Places(Path bench) {
    /** Found from where this class lies: {@code bench/target/benchmarks.jar} or {@code bench/target/classes}. */
    public static Places ofThisBuild() {
        try {
            Path code = Path.of(Places.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Places(code.resolve("../..").normalize());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path target(String name) {
        return bench.resolve("target").resolve(name);
    }

    /** The jar that is shipped. */
    public Path perfAgent() {
        return built("../agent/dist/target/perf-agent.jar");
    }

    Path ghpm() {
        return built("../sample-cli/target/sample-cli.jar");
    }

    Path ghpmConfig() {
        return built("../config");
    }

    /** Checkstyle and what it needs, where the black-box tests have them too. */
    Path checkstyle() {
        return built("../agent/dist/target/checkstyle-lib");
    }

    /** OkHttp and what it needs, where the black-box tests have them too. */
    Path okHttp() {
        return built("../agent/dist/target/client-lib/okhttp-5");
    }

    Path checkstyleInput() {
        return built("../agent/core/src/main/java");
    }

    Path picocli() {
        return built("target/programs/picocli.jar");
    }

    /** The agent jar whose name starts so; null when agents were not fetched. */
    @Nullable
    Path foreignAgent(String prefix) {
        Path folder = target("agents");
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElse(null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path built(String path) {
        Path file = bench.resolve(path).normalize();
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing; run 'mvn verify' first");
        }
        return file;
    }
}
