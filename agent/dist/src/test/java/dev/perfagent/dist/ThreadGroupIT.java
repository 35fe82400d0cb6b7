package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.example.Alone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A tool that counts, or interrupts, the threads of its own group. */
final class ThreadGroupIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void aToolThatWaitsForItsThreadGroupEndsColdAndWarm(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("home"));
        for (int run = 0; run < 2; run++) {
            Jvm.Ended ended =
                    Jvm.on(jdk, folder).agent(home.option()).main(Alone.class).run();

            assertThat(ended.out()).isEqualToIgnoringNewLines("alone");
            assertThat(ended.exitCode()).isZero();
        }
        assertThat(home.runs()).hasSize(2);
    }
}
