package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.example.Endings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** However an application ends, it ends as it would without us, and there is one correct record of it. */
final class EndingsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void returningFromMain(Jdk jdk) {
        JsonNode run = sameWithAndWithout(jdk, "return");

        assertThat(run.path("outcome").asString()).isEqualTo("success");
        assertThat(run.path("exit_code").asInt()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void exitInsideMain(Jdk jdk) {
        JsonNode run = sameWithAndWithout(jdk, "exit", "7");

        assertThat(run.path("outcome").asString()).isEqualTo("error");
        assertThat(run.path("exit_code").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void anExceptionOutOfMain(Jdk jdk) {
        JsonNode run = sameWithAndWithout(jdk, "throw");

        assertThat(run.path("outcome").asString()).isEqualTo("error");
        assertThat(run.path("exit_code").asInt()).isEqualTo(1);
        assertThat(run.path("error").path("type").asString()).isEqualTo("java.lang.IllegalStateException");
    }

    private JsonNode sameWithAndWithout(Jdk jdk, String... arguments) {
        Jvm.Ended without = Jvm.on(jdk, folder).main(Endings.class, arguments).run();
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended with = Jvm.on(jdk, folder)
                .agent(home.option())
                .main(Endings.class, arguments)
                .run();

        assertThat(with.exitCode()).isEqualTo(without.exitCode());
        assertThat(with.stdout()).isEqualTo(without.stdout());
        assertThat(with.stderr()).isEqualTo(without.stderr());
        JsonNode run = home.onlyRun();
        assertThat(run.path("application").asString()).isEqualTo("Endings");
        assertThat(home.agentLog()).isEmpty();
        return run;
    }
}
