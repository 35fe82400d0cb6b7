package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A real tool that never heard of us, with no configuration. */
final class CheckstyleIT {
    private static final Path LIBRARIES = Path.of("target/checkstyle-lib").toAbsolutePath();
    private static final Path SOURCES =
            Path.of("../core/src/main/java/dev/perfagent/hook").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void isMeasuredUnderItsOwnName(Jdk jdk) {
        Twin twin = Twin.same(jdk, folder, jvm -> jvm.bothCompilers()
                .main(
                        LIBRARIES + "/*",
                        "com.puppycrawl.tools.checkstyle.Main",
                        "-c",
                        "/sun_checks.xml",
                        SOURCES.toString()));

        assertThat(twin.with().out()).contains("Audit done.");
        JsonNode run = twin.onlyRun();
        assertThat(run.path("application").asString()).isEqualTo("checkstyle");
        assertThat(run.path("application_version").asString()).isEqualTo("12.3.1");
        assertThat(run.path("command").asString()).isEqualTo("checkstyle");
        assertThat(run.path("exit_code").asInt()).isEqualTo(twin.without().exitCode());
        assertThat(run.path("outcome").asString()).isEqualTo("error");
        assertThat(run.path("alerts").isEmpty()).isTrue();
    }
}
