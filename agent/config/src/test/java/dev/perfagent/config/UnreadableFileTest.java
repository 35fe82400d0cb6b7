package dev.perfagent.config;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.config.ConfigFolder.Reading;
import dev.perfagent.threshold.Benchmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no YAML, or no files. */
class UnreadableFileTest {
    private final Path folder;

    UnreadableFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** {@code ;} stands for a line's end, {@code →} for a tab, {@code ¤} for the bell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        benchmarks:;→commands: {}   | 2:1: not valid YAML: a tab cannot indent; use spaces
        a: 1;b: 2;→c: 3             | 3:1: not valid YAML: a tab cannot indent; use spaces
        a: b: c                     | 1:5: not valid YAML: a second ':' in one value; quote the value, or check the indentation
        a: 1; b: 2                  | 2:3: not valid YAML: a second ':' in one value; quote the value, or check the indentation
        a: 1;;b: @x                 | 3:4: not valid YAML: found character '@' that cannot start any token
        a: [1, 2                    | \
            1:9: not valid YAML: expected ',' or ']', but got <stream end>, while parsing a flow sequence that starts at line \
        1, column 4
        a: 'x;b: 1                  | \
            2:5: not valid YAML: found unexpected end of stream, while scanning a quoted scalar that starts at line 1, column 4
        ? [a, b];: 1                | 1:4: not valid YAML: a key must be a single text
        a: 1;b: é¤                  | 2:5: not valid YAML: the control character U+0007
        a: 1;---;b: 1               | 3:1: a second document starts here; a file has one
        [[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]] | 1:22: nested more than 20 levels deep
        """)
    void aFileThatIsNotYamlIsToldWhereItEnds(String text, String message) throws IOException {
        Reading reading = new ConfigFolder(folder)
                .with(
                        ConfigFolder.BENCHMARKS,
                        text.replace(';', '\n').replace('→', '\t').replace('¤', '\u0007'))
                .read();
        assertThat(reading.problems()).containsExactly("benchmarks.yml:" + message);
        assertThat(reading.settings().benchmarks()).isEqualTo(Benchmarks.NONE);
    }

    @Test
    void bytesThatAreNotUtf8AreToldWhereTheyAre() throws IOException {
        ConfigFolder config = new ConfigFolder(folder);
        assertThat(config.with(ConfigFolder.ALERTS, new byte[] {'#', 'a', '\n', '#', (byte) 0xE9, '\n'})
                        .read()
                        .problems())
                .containsExactly("alerts.yml:2:2: is not UTF-8 from here on; save it as UTF-8");
        assertThat(config.with(ConfigFolder.ALERTS, "alerts:".getBytes(UTF_16))
                        .read()
                        .problems())
                .containsExactly("alerts.yml:1:1: is not UTF-8 from here on; save it as UTF-8");
    }

    @Test
    void aCharacterCutOffAtTheEndIsNotUtf8() throws IOException {
        assertThat(new ConfigFolder(folder)
                        .with(ConfigFolder.ALERTS, new byte[] {'#', (byte) 0xC3})
                        .read()
                        .problems())
                .containsExactly("alerts.yml:1:2: is not UTF-8 from here on; save it as UTF-8");
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.createDirectory(folder.resolve(ConfigFolder.ALERTS));
        assertThat(new ConfigFolder(folder).read().problems())
                .containsExactly("alerts.yml:1:1: is a folder; a file is expected");
    }

    @Test
    void aFileThatMayNotBeReadIsTold() throws IOException {
        new ConfigFolder(folder).with(ConfigFolder.ALERTS, "alerts: {}");
        assertThat(folder.resolve(ConfigFolder.ALERTS).toFile().setReadable(false, false))
                .isTrue();
        List<String> expected = Files.isReadable(folder.resolve(ConfigFolder.ALERTS))
                ? List.of() // root reads everything
                : List.of("alerts.yml:1:1: cannot be read: Permission denied");
        assertThat(new ConfigFolder(folder).read().problems()).isEqualTo(expected);
    }

    @Test
    void aFolderThatIsNotThereIsTold() throws IOException {
        Path missing = folder.resolve("nowhere");
        Path file = Files.writeString(folder.resolve("file"), "");
        List<String> problems = new ArrayList<>();
        new ConfigReader().read(missing.toFile(), problems);
        new ConfigReader().read(file.toFile(), problems);
        assertThat(problems)
                .containsExactly(
                        "the configuration folder '" + missing
                                + "' does not exist; correct the path (config=, --config or"
                                + " PERF_AGENT_CONFIG) or make the folder",
                        "the configuration folder '" + file
                                + "' is not a folder; name the folder that holds instrumentation.yml, benchmarks.yml or "
                                + "alerts.yml");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayNotBeEnteredIsTold() throws IOException {
        new ConfigFolder(folder).with(ConfigFolder.ALERTS, "alerts: {}");
        assertThat(folder.toFile().setExecutable(false, false)).isTrue();
        try {
            List<String> expected = folder.toFile().canExecute()
                    ? List.of() // root enters everything
                    : List.of("the configuration folder '" + folder
                            + "' cannot be read; give this user the right to read and enter it");
            assertThat(new ConfigFolder(folder).read().problems()).isEqualTo(expected);
        } finally {
            assertThat(folder.toFile().setExecutable(true, true)).isTrue();
        }
    }

    @Test
    void theOtherEndingIsNotReadButTold() throws IOException {
        Files.writeString(folder.resolve("benchmarks.yaml"), "");
        assertThat(new ConfigFolder(folder).read().problems())
                .containsExactly("benchmarks.yml:1:1: is missing; did you mean to call 'benchmarks.yaml' that?");
    }

    @Test
    void aFileOverTheLimitIsNotRead() throws IOException {
        assertThat(new ConfigFolder(folder)
                        .with(ConfigFolder.ALERTS, "#".repeat(256 * 1024 + 1))
                        .read()
                        .problems())
                .containsExactly("alerts.yml:1:1: is over 256 KB");
    }
}
