package dev.perfagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The entry itself, in this JVM and, where it is about real standard output, in one of its own. */
class ToolTest {
    @Test
    void theHomeIsFoundInTheEnvironment(@TempDir Path home) throws IOException {
        new SampleHome(home).add(SampleRun.plain("a", "2026-11-20T09:00:00Z"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = run(out, Map.of("PERF_AGENT_HOME", home.toString()), "runs");

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("ghpm batch").doesNotContain("\u001b");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        run(out, Map.of(), "--version");

        assertThat(out.toString(StandardCharsets.UTF_8)).matches("perf-agent \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeThatIsClosedEndsTheToolQuietly(@TempDir Path home) throws Exception {
        fillSoThatNoPipeHoldsIt(home);

        Shell run = Shell.run(home, "{ $TOOL runs --limit 5000 --format json; echo code $? >&2; } | head -n 1");

        assertThat(run.out()).isEqualTo("{\"schema\":1,\"runs\":[\n");
        assertThat(run.err()).isEqualTo("code 0\n");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aClosedOutputIsAFailure(@TempDir Path home) throws Exception {
        fillSoThatNoPipeHoldsIt(home);

        Shell run = Shell.run(home, "$TOOL runs >&-; echo code $? >&2");

        assertThat(run.err())
                .startsWith("perf-agent: cannot write the output: ")
                .endsWith("code 3\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAFailure(@TempDir Path home) throws Exception {
        fillSoThatNoPipeHoldsIt(home);

        Shell run = Shell.run(home, "$TOOL runs > /dev/full; echo code $? >&2");

        assertThat(run.err()).isEqualTo("perf-agent: cannot write the output: No space left on device\ncode 3\n");
    }

    private static void fillSoThatNoPipeHoldsIt(Path home) throws IOException {
        String line = SampleRun.full("a-0000", "2026-11-20T09:00:00Z").line();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            lines.append(line.replace("a-0000", "a-" + i)).append('\n');
        }
        SampleHome.append(new SampleHome(home).historyFile("2026-11-20", "a"), lines.toString());
    }

    private static int run(ByteArrayOutputStream out, Map<String, String> environment, String... arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Tool.run(arguments, stream, stream, environment);
    }
}
