package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.example.Alone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JVM with a security manager. Only 17 to 23 still have one; later ones refuse the flag with or without us. */
final class SecurityManagerIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aPolicyThatDeniesEverythingLeavesTheToolAlone(Jdk jdk) {
        if (refusesManagers(jdk)) {
            return;
        }
        AgentHome home = new AgentHome(folder.resolve("home"));

        Jvm.Ended measured = denied(jdk).agent(home.option()).main(Alone.class).run();
        Jvm.Ended quiet =
                denied(jdk).agent(home.option(), "quiet=true").main(Alone.class).run();
        Jvm.Ended disabled =
                denied(jdk).agent("enabled=false").main(Alone.class).run();

        assertThat(measured.out()).isEqualToIgnoringNewLines("alone");
        assertThat(measured.stderr()).contains("perf-agent: ", "this run is not measured", "access denied");
        assertThat(quiet.out()).isEqualToIgnoringNewLines("alone");
        assertThat(quiet.stderr()).doesNotContain("perf-agent");
        assertThat(disabled.out()).isEqualToIgnoringNewLines("alone");
        assertThat(disabled.stderr()).doesNotContain("perf-agent");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aPolicyThatGrantsOurJarEverythingHasTheToolMeasured(Jdk jdk) throws IOException {
        if (refusesManagers(jdk)) {
            return;
        }
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path policy = Files.writeString(
                folder.resolve("our.policy"),
                "grant codeBase \"" + Jvm.AGENT.toUri() + "\" { permission java.security.AllPermission; };\n");
        for (int run = 0; run < 2; run++) {
            Jvm.Ended ended = denied(jdk)
                    .jvm("-Djava.security.policy=" + policy)
                    .agent(home.option())
                    .main(Alone.class)
                    .run();

            assertThat(ended.out()).isEqualToIgnoringNewLines("alone");
            assertThat(ended.exitCode()).isZero();
        }
        assertThat(home.runs()).as(home.agentLog()).hasSize(2);
    }

    private Jvm denied(Jdk jdk) {
        return Jvm.on(jdk, folder).jvm("-Djava.security.manager");
    }

    private boolean refusesManagers(Jdk jdk) {
        return denied(jdk).main(Alone.class).run().exitCode() != 0;
    }
}
