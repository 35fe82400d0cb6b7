package dev.perfagent.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Finds {@code perf-agent.jar}. */
final class AgentJar {
    private static final String PROPERTY = "perf-agent.jar";
    private static final String PREMAIN = "dev.perfagent.launch.PerfAgent";

    private AgentJar() {}

    /** That of the system property {@code perf-agent.jar}, else that on the tests' class path. */
    static Path find() {
        String named = System.getProperty(PROPERTY);
        Path jar = named == null ? onClassPath() : Path.of(named);
        if (!Files.isRegularFile(jar)) {
            throw new ExtensionConfigurationException(jar + " is no file");
        }
        return jar.toAbsolutePath();
    }

    private static Path onClassPath() {
        try {
            CodeSource source = Class.forName(PREMAIN, false, AgentJar.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (ReflectiveOperationException | java.net.URISyntaxException | RuntimeException missing) {
            throw new ExtensionConfigurationException(
                    "perf-agent.jar is not found: put it on the class path of the tests, or name it by -D" + PROPERTY,
                    missing);
        }
    }
}
