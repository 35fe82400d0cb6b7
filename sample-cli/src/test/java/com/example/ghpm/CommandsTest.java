package com.example.ghpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ghpm.demo.DemoApi;
import com.example.ghpm.demo.DemoSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {
    private static final Map<String, String> TOKEN = Map.of("GITHUB_TOKEN", "t");

    private final Path folder;

    CommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void versionAndHelp() {
        assertThat(Run.of("--version")).isEqualTo(new Run(0, "ghpm 2.0.0\n", ""));
        assertThat(Run.of("--help").out()).contains("status", "setup-complete", "batch");
        assertThat(Run.of("batch", "--help").out())
                .contains("--scenario", "memory-hungry", "--dry-run")
                .doesNotContain("--demo-log", "--fail-after");
    }

    @Test
    void statusShowsWhereTheProjectStands() {
        Run run = Run.of("status", "--demo");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Project acme-rockets: 87 open tasks\n")
                .contains("avionics        41", "Katherine Orbit", "(nobody)");
        assertThat(Run.of("status", "--demo")).isEqualTo(run);
    }

    @Test
    void statusOfASingleRepository() {
        assertThat(Run.of("status", "--demo", "--project", "acme-rockets/launchpad")
                        .out())
                .startsWith("Project acme-rockets/launchpad: 18 open tasks\n");
    }

    @Test
    void batchUpdatesTheMostPressingTasks() throws Exception {
        Path log = folder.resolve("log");
        Run run = Run.of("batch", "--demo", "--size", "3", "--comment", "seen", "--demo-log", log.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Project acme-rockets: 3 tasks updated\n");
        assertThat(writes(log)).containsExactly("POST", "PATCH", "POST", "POST", "PATCH", "POST", "POST", "POST");
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        Path log = folder.resolve("log");
        Run run = Run.of("batch", "--demo", "--dry-run", "--demo-log", log.toString());
        assertThat(run.out()).startsWith("Project acme-rockets: 10 tasks would be updated\n");
        assertThat(writes(log)).isEmpty();
        Run setup = Run.of("setup-complete", "--demo", "--dry-run", "--demo-log", log.toString());
        assertThat(setup.out()).contains("missing").endsWith("Setup incomplete.\n");
        assertThat(writes(log)).isEmpty();
    }

    @Test
    void aBatchCanBeStopped() throws Exception {
        Path log = folder.resolve("log");
        Run run = Run.of("batch", "--demo", "--fail-after", "2", "--demo-log", log.toString());
        assertThat(run).isEqualTo(new Run(1, "", "ghpm: stopped after 2 tasks, as --fail-after says\n"));
        assertThat(writes(log)).containsExactly("POST", "PATCH", "POST", "PATCH");
        assertThat(log).content().contains("# cache field-definitions hits=233 misses=31\n");
    }

    @Test
    void settingUpCreatesWhatIsMissingOnce() throws Exception {
        try (DemoApi api = DemoApi.start(DemoSettings.fast())) {
            String[] command = {"setup-complete", "--project", "acme-rockets", "--endpoint", api.baseUrl()};
            Run first = Run.with(TOKEN, command);
            assertThat(first.exitCode()).isZero();
            assertThat(first.out())
                    .containsSubsequence("size: large", "priority: critical", "triaged", "created")
                    .endsWith("Setup complete.\n");
            assertThat(Run.with(TOKEN, command).out()).doesNotContain("created").endsWith("Setup complete.\n");
        }
    }

    @Test
    void verboseTellsTheFiguresOnStderr() {
        assertThat(Run.of("status", "--demo", "--verbose").err())
                .isEqualTo("# cache field-definitions hits=233 misses=31\n# word-index bytes=1425408\n");
    }

    private static List<String> writes(Path log) throws Exception {
        return Files.readAllLines(log).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(method -> method.equals("POST") || method.equals("PATCH"))
                .toList();
    }
}
