package dev.perfagent.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** That it works in a real JVM is shown by the black-box tests; here, what it does to a class file. */
final class BootHandoffTest {
    @Test
    void everyMentionOfTheHandoffIsRenamed() throws IOException {
        byte[] original;
        try (InputStream in = Handoff.class.getResourceAsStream("HookReceiver.class")) {
            original = in.readAllBytes();
        }

        String renamed = new String(BootHandoff.rename(original), StandardCharsets.ISO_8859_1);

        assertThat(renamed).contains("java/lang/PerfAgentHandoff").doesNotContain("dev/perfagent/hook/Handoff");
        assertThat(renamed).contains("dev/perfagent/hook/HookReceiver");
    }

    @Test
    void whatIsNotAClassFileIsRefused() {
        assertThatThrownBy(() -> BootHandoff.rename(new byte[] {1, 2, 3, 4, 5})).isInstanceOf(IOException.class);
    }
}
