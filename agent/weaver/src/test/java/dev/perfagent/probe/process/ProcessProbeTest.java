package dev.perfagent.probe.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.weave.JdkClass;
import org.junit.jupiter.api.Test;

final class ProcessProbeTest {
    @Test
    void theStartThatAllOthersComeDownToIsWoven() {
        assertThat(JdkClass.hooksWoven("java/lang/ProcessBuilder"))
                .containsExactlyInAnyOrder("start enter", "start exit");
    }

    @Test
    void whereTheJdkBeginsToWaitIsWoven() {
        assertThat(JdkClass.hooksWoven("java/lang/ProcessHandleImpl")).containsExactly("completion exit");
    }

    @Test
    void theProcessItselfIsNot() {
        assertThat(JdkClass.hooksWoven("java/lang/ProcessImpl")).isEmpty();
    }
}
