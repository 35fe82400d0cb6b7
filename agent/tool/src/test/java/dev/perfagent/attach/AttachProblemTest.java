package dev.perfagent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachProblemTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Dynamic agent loading is not enabled. Use -XX:+EnableDynamicAgentLoading | -XX:-EnableDynamicAgentLoading
        No such process                                                          | process 7 has ended
        Unable to open socket file /proc/7/root/tmp/.java_pid7: target process   | does not answer
        No compatible attachment provider is available                           | run perf-agent with a JDK
        Non-numeric value found - int expected                                   | could not be attached to: Non-numeric
        """)
    void whatTheJdkSaysIsExplained(String message, String explained) {
        Throwable thrown = new IllegalStateException("Error during attachment", new IOException(message));

        assertThat(AttachProblem.of(7, thrown)).hasMessageContaining(explained);
    }
}
