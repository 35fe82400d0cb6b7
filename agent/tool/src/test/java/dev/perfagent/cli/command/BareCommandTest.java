package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command without arguments does what it does with an option that changes nothing, though no command line is read for it. */
class BareCommandTest {
    /** What the parser reads, or refuses. */
    private static final String PARSED =
            ".*(home DIR --home|limit (0.*|-1|9{10}|1 --limit.*)|limit=1|--limit$|--home$|home --limit"
                    + "|home show|homee|^--home).*";

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

    /** Those that the parser reads or refuses are among them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs --home DIR",
                "runs --limit 1",
                "runs --limit 1 --home DIR",
                "runs --home DIR --limit 999999999",
                "alerts --home DIR --limit 2",
                "report --home DIR",
                "analyze --home DIR",
                "runs --home NONE",
                "runs --home FILE",
                "runs --home DIR --home DIR",
                "runs --limit 0",
                "runs --limit 01",
                "runs --limit -1",
                "runs --limit 9999999999",
                "runs --limit 1 --limit 2",
                "runs --limit=1",
                "runs --limit",
                "runs --home",
                "runs --home --limit 1",
                "runs --home show",
                "runs --homee DIR",
                "report --limit 1",
                "analyze --limit 1",
                "rnus --home DIR",
                "DIR --home DIR",
                "--home DIR runs"
            })
    void withTheOptionsThatNeedNoParser(String line, @TempDir Path home) throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.full("0193ab120001-00000000000a", "2026-11-20T09:30:15.123Z"),
                        SampleRun.plain("0193ab120002-00000000000b", "2026-11-20T09:31:15.123Z"));
        String[] words = line.replace("DIR", home.toString())
                .replace("NONE", home.resolve("none").toString())
                .replace("FILE", Files.createFile(home.resolve("file")).toString())
                .split(" ", -1);
        String[] more = Arrays.copyOf(words, words.length + 2);
        more[words.length] = "--format";
        more[words.length + 1] = "text";

        ToolRun plain = ToolRun.of(home.resolve("other"), words);
        ToolRun parsed =
                line.endsWith("--home") || line.endsWith("--limit") ? plain : ToolRun.of(home.resolve("other"), more);

        assertThat(plain).isEqualTo(parsed);
        assertThat(PlainArguments.of(words) != null).isEqualTo(!line.matches(PARSED));
    }

    private static ToolRun bare(Path home, String command) {
        return ToolRun.of(home, command);
    }

    private static ToolRun read(Path home, String command) {
        return ToolRun.of(home, command, "--format", "text");
    }
}
