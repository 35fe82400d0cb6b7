package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.Hostile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Objects of the application's that throw or recurse when they are asked neither change it nor its record. */
final class HostileIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anApplicationRunsAsItDoesWithoutUs(Jdk jdk) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("instrumentation.yml"), """
                context:
                  - { name: items, class: org.example.Hostile, method: list, value: return.size }
                  - { name: text, class: org.example.Hostile, method: text, value: return }
                  - { name: number, class: org.example.Hostile, method: number, value: return }
                """);
        AgentHome home = new AgentHome(folder.resolve("home"));

        Jvm.Ended expected = Jvm.on(jdk, folder).main(Hostile.class).run();
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option() + ",config=" + config)
                .main(Hostile.class)
                .run();

        assertThat(expected.exitCode()).as(expected.stderr()).isZero();
        assertThat(ended.out()).isEqualTo(expected.out());
        assertThat(ended.stderr()).isEqualTo(expected.stderr());
        JsonNode run = home.onlyRun();
        assertThat(run.path("outcome").asString()).isEqualTo("success");
        JsonNode context = run.path("context");
        assertThat(context.path("items").asInt(-1)).isEqualTo(3);
        assertThat(context.path("text").asString()).isEqualTo("plain3");
        assertThat(context.path("number").asInt(-1)).isEqualTo(3);
        assertThat(run.path("http")) // the last one, for which nobody listens
                .extracting(each -> each.path("host").asString() + " " + each.path("requests"))
                .containsExactly("127.0.0.1 1");
        assertThat(run.path("processes"))
                .extracting(each -> each.path("program").asString() + each.path("count"))
                .containsExactlyInAnyOrder("unknown1", "true1");
    }
}
