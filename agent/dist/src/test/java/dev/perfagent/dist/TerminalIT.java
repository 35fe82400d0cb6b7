package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a real terminal, output is as wide as that is, without a word of warning, and nothing is left behind. */
@NeedsProgram({"script", "--version"})
final class TerminalIT {
    private static final String NAME = "a".repeat(80);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void outputIsAsWideAsTheTerminal(Jdk jdk) throws IOException {
        Path day = Files.createDirectories(folder.resolve("home/history/date=2024-11-20"));
        Files.writeString(
                day.resolve("h.ndjson"),
                "{\"schema\":1,\"execution_id\":\"0a\",\"timestamp\":\"2024-11-20T09:00:00.000Z\",\"application\":\"app\","
                        + "\"command\":\"" + NAME + "\",\"outcome\":\"success\",\"duration\":{\"total_ms\":5.0}}\n");

        assertThat(onTerminal(jdk, "stty cols 150; ")).contains(NAME);
        assertThat(onTerminal(jdk, "stty cols 100; ")).doesNotContain(NAME).contains("a".repeat(20));
        assertThat(onTerminal(jdk, "stty cols 150; export COLUMNS=80; ")).doesNotContain(NAME);
        assertThat(onTerminal(jdk, "stty cols 0; ")).doesNotContain(NAME);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    /** All that appears there. */
    private String onTerminal(Jdk jdk, String before) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        String java = jdk.java() + " " + Jvm.ONE_COMPILER + " -Djava.io.tmpdir=" + folder.resolve("tmp") + " -jar "
                + Jvm.AGENT + " runs --home " + folder.resolve("home");
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .environment("LINE", "unset COLUMNS; " + before + java)
                .inside("sh", "-c", "exec script -qec \"$LINE\" /dev/null", "sh")
                .run();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("TIME").doesNotContainIgnoringCase("warning");
        return ended.out();
    }
}
