package dev.perfagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenArgumentsTest {
    @TempDir
    private Path folder;

    @Test
    void whatTheJvmCouldNotReadIsReadAsItWasTyped() throws IOException {
        Path words = words("java", "-jar", "perf-agent.jar", "runs", "--command", "\u5927\u5c0f", "gr\u00f6\u00dfe");

        assertThat(GivenArguments.typed(
                        new String[] {"runs", "--command", "\ufffd".repeat(6), "gr" + "\ufffd".repeat(4) + "e"}, words))
                .containsExactly("runs", "--command", "\u5927\u5c0f", "gr\u00f6\u00dfe");
    }

    @Test
    void whatCannotBeKnownStays() throws IOException {
        String[] arguments = {"runs", "\ufffd\ufffd"};

        assertThat(GivenArguments.typed(arguments, folder.resolve("none"))).isEqualTo(arguments);
        assertThat(GivenArguments.typed(arguments, words("other"))).isEqualTo(arguments);
        assertThat(GivenArguments.typed(arguments, words("runs", "\u5927"))).isEqualTo(arguments);
    }

    private Path words(String... words) throws IOException {
        return Files.write(
                folder.resolve("cmdline"), (String.join("\0", words) + "\0").getBytes(StandardCharsets.UTF_8));
    }
}
