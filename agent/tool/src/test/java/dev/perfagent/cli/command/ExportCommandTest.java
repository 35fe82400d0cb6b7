package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.generator.Generator;
import dev.perfagent.generator.Machine;
import dev.perfagent.generator.Truth;
import dev.perfagent.generator.Workload;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportCommandTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final SampleRun FULL = SampleRun.full("a", "2026-11-20T09:30:15.123Z");

    @Test
    void csvIsThreeTablesOfRunsPhasesAndResources(@TempDir Path home, @TempDir Path out) throws IOException {
        new SampleHome(home).add(FULL, SampleRun.plain("b", "2026-11-20T09:31:00Z"));

        ToolRun run = ToolRun.of(
                home,
                "export",
                "--format",
                "csv",
                "--out",
                out.resolve("new/sheets").toString());

        assertThat(run).isEqualTo(new ToolRun(0, "", ""));
        List<String> runs = lines(out.resolve("new/sheets/runs.csv"));
        assertThat(runs).hasSize(3);
        assertThat(runs.get(0))
                .startsWith("execution_id,timestamp,end_timestamp,application,")
                .endsWith(",context");
        assertThat(runs.get(1))
                .startsWith(
                        "a,2026-11-20T09:30:15.123Z,2026-11-20T09:30:17.573Z,ghpm,2.0.0,batch,success,0,,2450,2610,120,78,")
                .contains(",15,3,0,0,0,12,4975,0.533333,3,0,45,")
                .endsWith("\"{\"\"task_count\"\":87,\"\"project_size\"\":\"\"large\"\"}\"");
        assertThat(runs.get(2)).startsWith("b,").contains(",batch,success,0,,2450,2610,120,,,,");
        assertThat(lines(out.resolve("new/sheets/timing.csv")))
                .hasSize(3)
                .contains("a,2026-11-20T09:30:15.123Z,ghpm,2.0.0,batch,success,d41d8cd98f00b204,warm,2450,"
                        + "data_fetching,1200,1100,1,1.8,1048576,9000000,300,120");
        assertThat(lines(out.resolve("new/sheets/resources.csv")))
                .hasSize(3)
                .contains(
                        "a,2026-11-20T09:30:15.123Z,ghpm,2.0.0,batch,success,d41d8cd98f00b204,warm,2450,78,45,120,1048576,"
                                + "73400320,1890,2,12,245,2100,9,1300.5,250.25,400,10,0.75,30,0.5,0.25,0",
                        "b,2026-11-20T09:31:00Z,ghpm,2.0.0,batch,success,,warm,2450,,,,,,,,,,,,,,,,,,,,");
        assertThat(out.resolve("new/sheets").toFile().list()).hasSize(3);
    }

    @Test
    void everyRowHasAsManyCellsAsTheHeading(@TempDir Path home, @TempDir Path out) throws IOException {
        Truth truth = Generator.seeded(3)
                .command(Workload.of("a b", 10).requests(3).phase("x", 0.5).phase("y", 0.2))
                .on(new Machine("h", "f", 1, "gitlab"))
                .killed(0.1)
                .failed(0.1)
                .write(home);

        ToolRun.of(home, "export", "--format", "csv", "--out", out.toString());

        List<String> runs = lines(out.resolve("runs.csv"));
        assertThat(runs).hasSize((int) truth.runs() + 1);
        assertThat(runs.stream().map(line -> line.split(",", -1).length).distinct())
                .hasSize(1);
        List<String> phases = lines(out.resolve("timing.csv"));
        assertThat(phases).hasSize(2 * (int) truth.runs() + 1);
        assertThat(phases.stream().map(line -> line.split(",", -1).length).distinct())
                .hasSize(1);
        List<String> resources = lines(out.resolve("resources.csv"));
        assertThat(resources).hasSize((int) truth.runs() + 1);
        assertThat(resources.get(0)).startsWith("execution_id,").endsWith(",pressure_memory");
        assertThat(resources.stream().map(line -> line.split(",", -1).length).distinct())
                .hasSize(1);
    }

    @Test
    void whatASpreadsheetWouldRunIsText(@TempDir Path home, @TempDir Path out) throws IOException {
        for (String evil : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\"=1", "a,b\nc")) {
            new SampleHome(home)
                    .add(SampleRun.plain("a", "2026-11-20T09:30:15Z").command(evil));
        }

        ToolRun.of(home, "export", "--format", "csv", "--out", out.toString());

        assertThat(lines(out.resolve("runs.csv")).stream().skip(1).map(line -> line.split(",2.0.0,|,success,", 3)[1]))
                .containsExactly(
                        "\"'=1+1\"",
                        "\"'+1\"",
                        "\"'-1\"",
                        "\"'@SUM(A1)\"",
                        "\"'\\t=1\"",
                        "\"'\\u000d=1\"",
                        "\"\"\"=1\"",
                        "\"a,b\\nc\"");
    }

    @Test
    void ndjsonIsTheRecordsAsTheyAreStored(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(FULL, SampleRun.plain("b", "2026-11-19T09:31:00Z").with("later_field", "kept"));
        sample.addLine("2026-11-20", "build-7", "torn");

        ToolRun run = ToolRun.of(home, "export", "--format", "ndjson");

        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"later_field\":\"kept\"");
        assertThat(lines.get(1)).isEqualTo(FULL.line());
        assertThat(run.err()).isEqualTo("perf-agent: skipped 1 line that is not a complete run\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void jsonIsOneDocumentOfTheRunsAskedFor(@TempDir Path home, @TempDir Path out) throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.plain("a", "2026-11-18T09:30:15Z"),
                        SampleRun.plain("b", "2026-11-20T09:30:15Z").command("status"),
                        SampleRun.plain("c", "2026-11-20T09:30:16Z")
                                .command("status")
                                .outcome("error", 1),
                        FULL);

        ToolRun run = ToolRun.of(
                home,
                "export",
                "--format",
                "json",
                "--command",
                "status",
                "--timeframe",
                "day",
                "--outcome",
                "error",
                "--out",
                out.toString());

        assertThat(run).isEqualTo(new ToolRun(0, "", ""));
        JsonNode json = MAPPER.readTree(Files.readString(out.resolve("runs.json")));
        assertThat(json.path("runs").size()).isOne();
        assertThat(json.path("runs").path(0).path("execution_id").stringValue()).isEqualTo("c");
        assertThat(json.path("skipped_lines").intValue()).isZero();
    }

    @Test
    void anEmptyHistoryIsAnEmptyExport(@TempDir Path home) {
        assertThat(ToolRun.of(home, "export", "--format", "ndjson").out()).isEmpty();
        assertThat(ToolRun.of(home, "export", "--format", "json").out())
                .isEqualTo("{\"schema\":1,\"runs\":[\n],\"skipped_lines\":0}\n");
    }

    @Test
    void aFileThatIsThereStaysUntilTheExportIsComplete(@TempDir Path home, @TempDir Path out) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(FULL);
        sample.addLine("2026-11-20", "build-7", "torn");
        Path file = Files.writeString(out.resolve("runs.json"), "before");

        ToolRun run = ToolRun.of(home, "export", "--format", "json", "--strict", "--out", file.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).endsWith("perf-agent: the history cannot be read in full, and --strict was given\n");
        assertThat(file).hasContent("before");
        assertThat(out.toFile().list()).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaid(@TempDir Path home, @TempDir Path out) throws IOException {
        Path file = Files.writeString(out.resolve("file"), "");

        assertThat(ToolRun.of(home, "export", "--format", "csv"))
                .isEqualTo(new ToolRun(
                        2,
                        "",
                        "perf-agent: csv is three files; give a folder for them with --output\n"
                                + "See: perf-agent export --help\n"));
        assertThat(ToolRun.of(home, "export").err())
                .startsWith("perf-agent: --format is missing; 'export' has json, csv, ndjson, prometheus, ");
        ToolRun blocked = ToolRun.of(home, "export", "--format", "csv", "--out", file.toString());
        assertThat(blocked.code()).isEqualTo(3);
        assertThat(blocked.err()).startsWith("perf-agent: cannot write " + file.resolve("runs.csv") + ": ");
    }

    @Test
    void otherHistoriesAreExported(@TempDir Path home, @TempDir Path first, @TempDir Path second) throws IOException {
        Generator.seeded(1).over(LocalDate.of(2026, 11, 1), 2).runs(10).write(first);
        Generator.seeded(2).over(LocalDate.of(2026, 11, 1), 2).runs(5).write(second);

        ToolRun run = ToolRun.of(
                home,
                "export",
                "--history",
                first.toString(),
                "--history",
                second.resolve("history").toString(),
                "--format",
                "ndjson");

        assertThat(run.out().lines()).hasSize(15);
    }

    private static List<String> lines(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).endsWith("\r\n");
        return List.of(text.split("\r\n"));
    }
}
