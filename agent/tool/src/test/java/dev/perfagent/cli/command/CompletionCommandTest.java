package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    private static final Path BASH = Path.of("/bin/bash");

    @Test
    void itCompletesCommandsAndOptions(@TempDir Path home) {
        ToolRun run = ToolRun.of(home, "completion", "zsh");

        assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains("perf-agent", "prune", "--keep-days", "show");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    @EnabledIf("hasBash")
    void bashTakesIt(@TempDir Path home) throws Exception {
        Path script = Files.writeString(
                home.resolve("script"), ToolRun.of(home, "completion", "bash").out());
        Process bash = new ProcessBuilder(
                        BASH.toString(),
                        "-c",
                        "source " + script + "; COMP_WORDS=(perf-agent export --f); COMP_CWORD=2;"
                                + " COMP_LINE='perf-agent export --f'; _complete_perf-agent 2>/dev/null; echo ${COMPREPLY[*]}")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("--format\n");
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void anotherShellIsRefused(@TempDir Path home) {
        assertThat(ToolRun.of(home, "completion", "fish").code()).isEqualTo(2);
        assertThat(ToolRun.of(home, "completion").code()).isEqualTo(2);
    }

    static boolean hasBash() {
        return Files.isExecutable(BASH);
    }
}
