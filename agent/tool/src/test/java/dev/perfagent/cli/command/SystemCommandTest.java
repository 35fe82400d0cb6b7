package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.calibrate.MeasureResult;
import dev.perfagent.calibrate.SystemMeasure;
import dev.perfagent.calibrate.SystemResult;
import dev.perfagent.cli.output.RecordJson;
import dev.perfagent.cli.view.system.SystemJson;
import dev.perfagent.run.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SystemCommandTest {
    @TempDir
    private Path home;

    @Test
    void aMachineIsComparedWithAnother() throws IOException {
        save("system/results.json", "here", 130, 100);
        save("system/baseline.json", "there", 100, 100);

        ToolRun run = ToolRun.of(home, "system", "compare");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("two different machines")
                .contains("1.30 x slower           warning")
                .contains("the same");
    }

    @Test
    void jsonHasTheFactorAndTheVerdict() throws IOException {
        save("system/results.json", "here", 100, 50);
        save("system/baseline.json", "here", 100, 100);

        ToolRun run = ToolRun.of(home, "system", "compare", "--format", "json", "--fail-on", "never");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"same_machine\":true").contains("\"slowdown\":2.0,\"verdict\":\"critical\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "system                              | 2 | a command is missing; there are benchmark, compare",
                "system compare                      | 2 | results.json' does not exist; 'system benchmark' makes it",
                "system benchmark --url file:/etc    | 2 | --url is not an address with http or https",
                "system benchmark --dir /no/such     | 2 | --dir '/no/such' is not a folder",
                "system compare OTHER OTHER          | 3 | it has no results of system benchmark",
            })
    void wrongUsageIsSaid(String line, int code, String message) throws IOException {
        Path other = Files.writeString(home.resolve("other.json"), "{}");

        ToolRun run = ToolRun.of(home, line.replace("OTHER", other.toString()).split(" "));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message);
    }

    private void save(String name, String host, double startMs, double operations) throws IOException {
        Environment environment = new Environment(
                host, null, "Linux", "amd64", "a CPU", 2, 4096L, "17", null, null, null, null, null, "of " + host);
        SystemResult result = new SystemResult(
                Instant.EPOCH,
                1,
                environment,
                new SystemResult.Contention(null, null, null, null),
                List.of(
                        new MeasureResult(SystemMeasure.JVM_START, Collections.nCopies(10, startMs), ""),
                        new MeasureResult(SystemMeasure.CPU_ONE_CORE, Collections.nCopies(10, operations), "")));
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, RecordJson.of(SystemJson.of(result)));
    }
}
