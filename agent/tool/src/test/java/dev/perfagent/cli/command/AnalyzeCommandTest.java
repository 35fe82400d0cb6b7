package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Screen;
import dev.perfagent.generator.Change;
import dev.perfagent.generator.Generator;
import dev.perfagent.generator.Machine;
import dev.perfagent.generator.Workload;
import dev.perfagent.sample.SampleHistory;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyzeCommandTest {
    @ParameterizedTest
    @CsvSource({"text,analysis.txt", "markdown,analysis.md"})
    void eachFormIsAsItWasFoundRight(String format, String golden, @TempDir Path home) throws IOException {
        SampleHistory.fill(home);

        ToolRun run = ToolRun.of(home, "analyze", "--format", format);

        assertThat(run.out()).isEqualTo(Golden.text(golden));
        assertThat(run.err()).isEqualTo("perf-agent: skipped 1 line that is not a complete run\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void jsonIsAsDocumented(@TempDir Path home) throws IOException {
        SampleHistory.fill(home);

        assertThat(json(ToolRun.of(home, "analyze", "--format", "json")))
                .isEqualTo(JsonMapper.shared().readTree(Golden.text("analysis.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "slowest,Slowest runs,Phases",
        "memory,Allocation by phase,Slowest runs",
        "api,GitHub endpoints,Phases",
        "phases,Phases,GitHub endpoints",
        "startup,Startup,Phases",
        "errors,Errors,Startup"
    })
    void aFocusLeavesOneSubject(String focus, String in, String out, @TempDir Path home) throws IOException {
        SampleHistory.fill(home);

        String text = ToolRun.of(home, "analyze", "--focus", focus).out();

        assertThat(text.lines()).contains(in).doesNotContain(out);
    }

    @Test
    void aPlantedCauseAndAReleaseAreTold(@TempDir Path home) throws IOException {
        LocalDate first = LocalDate.of(2026, 10, 22);
        Generator.seeded(3)
                .over(first, 28)
                .runs(600)
                .command(Workload.of("batch", 1800).influence("task_count", 50, 200, 0.5))
                .change(Change.on(first.plusDays(14), "batch", 1.5).withVersion("2.1.0"))
                .on(Machine.of("build-7"))
                .write(home);

        String text = ToolRun.of(home, "analyze", "--focus", "slowest").out();

        assertThat(text)
                .containsPattern("batch +task_count +above \\d+ ")
                .containsPattern("2026-11-0\\d .*\\+\\d\\d%  2\\.0\\.0 to 2\\.1\\.0");
        assertThat(text.lines()).allMatch(line -> line.length() <= Screen.WIDTH);
    }

    @Test
    void sharesOfTheAllocationAreOfTheRunsThatKnowIt(@TempDir Path home) throws IOException {
        SampleHome runs = new SampleHome(home);
        runs.add(SampleRun.full("knows", "2026-11-20T09:00:00Z"));
        JsonNode alone = phases(home);
        assertThat(alone.get(0).get("allocated_share").doubleValue()).isBetween(0.1, 1.0);

        for (int i = 0; i < 5; i++) {
            runs.add(SampleRun.full("other-" + i, "2026-11-20T09:0" + (i + 1) + ":00Z")
                    .json("resource_usage", "{\"allocated_bytes\": null}"));
        }

        JsonNode together = phases(home);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i).get("allocated_share"))
                    .isEqualTo(alone.get(i).get("allocated_share"));
            assertThat(together.get(i).get("allocated_mb_per_run"))
                    .isEqualTo(alone.get(i).get("allocated_mb_per_run"));
        }
    }

    @Test
    void whatNoRunKnowsToHaveAllocatedIsNull(@TempDir Path home) throws IOException {
        new SampleHome(home)
                .add(SampleRun.full("other", "2026-11-20T09:00:00Z")
                        .json("resource_usage", "{\"allocated_bytes\": null}"));

        assertThat(phases(home)).isNotEmpty().allSatisfy(phase -> {
            assertThat(phase.get("allocated_share").isNull()).isTrue();
            assertThat(phase.get("allocated_mb_per_run").isNull()).isTrue();
        });
        assertThat(ToolRun.of(home, "analyze").out()).doesNotContain("Allocation by phase");
    }

    private static JsonNode phases(Path home) {
        return json(ToolRun.of(home, "analyze", "--format", "json")).at("/commands/0/phases");
    }

    @Test
    void anEmptyHistorySaysHowToFillIt(@TempDir Path home) {
        assertThat(ToolRun.of(home, "analyze").err()).startsWith("No runs in " + home);
        assertThat(ToolRun.of(home, "analyze").out()).isEmpty();
        assertThat(json(ToolRun.of(home, "analyze", "--format", "json")).get("commands"))
                .isEmpty();
    }

    @Test
    void aTerminalWithoutUnicodeGetsAscii(@TempDir Path home) throws IOException {
        SampleHistory.fill(home);

        assertThat(ToolRun.on(new Screen(false, false), home, "analyze").out())
                .isASCII()
                .contains("##");
    }

    private static JsonNode json(ToolRun run) {
        return JsonMapper.shared().readTree(run.out());
    }
}
