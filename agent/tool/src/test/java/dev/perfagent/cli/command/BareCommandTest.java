package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command without arguments does what it does with an option that changes nothing, though no command line is read for it. */
class BareCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"runs", "report", "analyze", "alerts"})
    void ofAHistory(String command, @TempDir Path home) throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.full("0193ab120001-00000000000a", "2026-11-20T09:30:15.123Z"),
                        SampleRun.plain("0193ab120002-00000000000b", "2026-11-20T09:31:15.123Z"));

        assertThat(bare(home, command)).isEqualTo(read(home, command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "report", "analyze", "alerts"})
    void ofNothing(String command, @TempDir Path home) {
        assertThat(bare(home, command)).isEqualTo(read(home, command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "report", "analyze", "alerts"})
    void ofWhatIsNoHome(String command, @TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(bare(file, command)).isEqualTo(read(file, command));
    }

    private static ToolRun bare(Path home, String command) {
        return ToolRun.of(home, command);
    }

    private static ToolRun read(Path home, String command) {
        return ToolRun.of(home, command, "--format", "text");
    }
}
