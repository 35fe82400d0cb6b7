package dev.perfagent.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests with budgets in real JVMs, run by the oldest and the newest JUnit. */
final class BudgetIT {
    private static final Path AGENT = Path.of("../dist/target/perf-agent.jar");

    @ParameterizedTest
    @ValueSource(strings = {"1.10.2", "6.1.3"})
    void theFailureMessageIsTheAlert(String version) throws Exception {
        String printed = runSamples(version);

        assertThat(printed)
                .contains("kept(Cli) [OK]")
                .containsSubsequence("broken(Cli) [X]", "PERFORMANCE ALERT: Command 'Hello' exceeded its limit on time")
                .containsSubsequence("brokenByConfig(Cli) [X]", "PERFORMANCE ALERT: Command 'Hello'")
                .containsSubsequence("anotherCommand(Cli) [X]", "no run of 'other' was recorded, but:", "Hello")
                .containsSubsequence("nothingStarted(Cli) [X]", "no run was recorded")
                .containsSubsequence("failedByItself(Cli) [X]", "its own failure")
                .containsSubsequence("withoutLimit(Cli) [X]", "@Budget needs either command and maxMs, or config")
                .contains("1 tests successful", "6 tests failed");
    }

    private static String runSamples(String version) throws IOException, InterruptedException {
        String classPath = String.join(
                File.pathSeparator,
                "target/junit-lib/junit-platform-console-standalone-" + version + ".jar",
                "target/test-classes",
                "target/classes",
                AGENT.toString());
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--disable-ansi-colors",
                        "--disable-banner",
                        "--details=tree",
                        "--details-theme=ascii",
                        "--select-class=org.example.BudgetSamples",
                        "--include-classname=.*"))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
