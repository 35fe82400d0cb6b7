package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Screen;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
    @Test
    void aRunIsShownInFull(@TempDir Path home) throws IOException {
        new SampleHome(home).add(SampleRun.full("0193ab120001-00000000000a", "2026-11-20T09:30:15.123Z"));

        ToolRun run = ToolRun.of(home, "runs", "show", "0193");

        assertThat(run.out()).isEqualTo(golden("full-run.txt"));
        assertThat(run.out().lines()).allMatch(line -> line.length() <= Screen.WIDTH);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void asMarkdownItHasTheSameSections(@TempDir Path home) throws IOException {
        new SampleHome(home).add(SampleRun.full("0193ab120001-00000000000a", "2026-11-20T09:30:15.123Z"));

        ToolRun run = ToolRun.of(home, "runs", "show", "last", "--format", "markdown");

        assertThat(run.out())
                .startsWith("# ghpm batch\n\n- **id**: 0193ab120001-00000000000a\n")
                .contains("\n## GitHub API\n\n- **requests**: ")
                .contains("\n| Phase | Time | Share |  | Self | Count |\n| --- | ---: | ---: | --- | ---: | ---: |\n");
        assertThat(run.out().lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .isEqualTo(golden("full-run.txt")
                        .lines()
                        .skip(1)
                        .filter(line -> !line.isEmpty() && !line.startsWith(" "))
                        .toList());
    }

    @Test
    void aColdRunSaysThatTheNextIsWarm(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.addLine(
                "2026-11-20",
                "build-7",
                SampleRun.plain("x", "2026-11-20T09:30:15.123Z").line().replace("\"warm\"", "\"cold\""));

        assertThat(ToolRun.of(home, "runs", "show", "x").out())
                .contains("  plan           cold: classes were woven; the next run does not need to\n");
    }

    @Test
    void whatIsNotKnownIsLeftOut(@TempDir Path home) throws IOException {
        new SampleHome(home)
                .add(SampleRun.plain("x", "2026-11-20T09:30:15.123Z")
                        .outcome("error", 1)
                        .failed("java.io.IOException", "No route"));

        assertThat(ToolRun.of(home, "runs", "show", "x").out()).isEqualTo("""
                ghpm batch
                  id             x
                  version        2.0.0
                  started        2026-11-20 10:30:15.123 +01:00
                  ended          2026-11-20 10:30:17.573 +01:00
                  result         error, exit code 1
                  options        --project --dry-run
                  error          java.io.IOException: No route

                Time
                  command        2.5 s
                  process        2.6 s
                  JVM startup    120 ms

                Environment
                  host           build-7

                Cost of the agent
                  version        0.1.0
                  plan           warm
                """);
    }

    @Test
    void aHeapGrowthThatCannotBeKnownIsNoNumber(@TempDir Path home, @TempDir Path out) throws IOException {
        new SampleHome(home)
                .addLine(
                        "2026-11-20",
                        "build-7",
                        SampleRun.full("x", "2026-11-20T09:30:15.123Z")
                                .line()
                                .replaceAll("\"heap_delta_bytes\":-?[0-9]+", "\"heap_delta_bytes\":null"));

        assertThat(ToolRun.of(home, "runs", "show", "x").out())
                .containsPattern("PHASE +CPU +CPU WAIT +PARALLELISM +SAVED +ALLOCATED +HEAP\n")
                .containsPattern("data_fetching +300 ms +120 ms +1.8 +- +[0-9.]+ MB +-\n");
        for (String command : new String[] {"report", "analyze", "optimize"}) {
            assertThat(ToolRun.of(home, command).out()).as(command).doesNotContain("grew", "growth");
        }
        assertThat(ToolRun.of(home, "export", "--format", "csv", "--out", out.toString())
                        .code())
                .isZero();
        assertThat(out.resolve("timing.csv")).content().contains("data_fetching,1200,1100,1,1.8,,9000000,300,120");
    }

    @Test
    void aCacheThatDoesNotCountHasNoRateInsteadOfNone(@TempDir Path home) throws IOException {
        String cache = "[{\"name\":\"labels\",\"kind\":\"caffeine\",\"hits\":null,\"misses\":null,\"hit_rate\":null,"
                + "\"evictions\":null,\"loads\":null,\"load_ms\":null,\"size\":7}]";
        new SampleHome(home)
                .addLine(
                        "2026-11-20",
                        "build-7",
                        SampleRun.plain("x", "2026-11-20T09:30:15.123Z")
                                .line()
                                .replace("\"caches\":null", "\"caches\":" + cache));

        for (String format : new String[] {"text", "markdown"}) {
            assertThat(ToolRun.of(home, "runs", "show", "x", "--format", format).out())
                    .as(format)
                    .containsPattern("labels.*statistics off.* 7");
        }
        assertThat(ToolRun.of(home, "report", "--format", "json").out()).containsPattern("\"caches\" ?: ?null");
    }

    @Test
    void fieldsOfWrongTypeHideNothingElse(@TempDir Path home) throws IOException {
        new SampleHome(home)
                .add(SampleRun.plain("x", "2026-11-20T09:30:15Z")
                        .with("duration", "long")
                        .with("alerts", "some"));

        assertThat(ToolRun.of(home, "runs", "show", "x").out())
                .contains("ghpm batch")
                .contains("build-7");
    }

    @Test
    void jsonIsTheRecordAsItWasStored(@TempDir Path home) throws IOException {
        String line =
                "{\"schema\":1, \"execution_id\":\"x\",\"timestamp\":\"2026-11-20T09:30:15Z\",\"later\":[1.50,\"ü\"]}";
        new SampleHome(home).addLine("2026-11-20", "a", line);

        assertThat(ToolRun.of(home, "runs", "show", "x", "--format", "json").out())
                .isEqualTo(line + "\n");
    }

    @Test
    void anAmbiguousBeginningListsTheCandidates(@TempDir Path home) throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.plain("0193ab12-b", "2026-11-19T09:00:00Z").command("list"),
                        SampleRun.plain("0193ab12-a", "2026-11-20T09:00:00Z"));

        ToolRun run = ToolRun.of(home, "runs", "show", "0193ab");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                perf-agent: 2 runs have an id that begins with '0193ab':
                  ID          TIME         COMMAND
                  0193ab12-a  11-20 10:00  ghpm batch
                  0193ab12-b  11-19 10:00  ghpm list
                """);
    }

    @Test
    void ofManyCandidatesTheNewestAreListed(@TempDir Path home) throws IOException {
        for (int i = 10; i < 30; i++) {
            new SampleHome(home).add(SampleRun.plain("id-" + i, "2026-11-20T09:00:" + i + "Z"));
        }

        assertThat(ToolRun.of(home, "runs", "show", "id").err())
                .startsWith("perf-agent: more than 10 runs have an id that begins with 'id':\n")
                .contains("id-29", "id-20")
                .doesNotContain("id-19");
    }

    @Test
    void anIdInFullIsNotAmbiguous(@TempDir Path home) throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.plain("ab", "2026-11-19T09:00:00Z").command("wanted"),
                        SampleRun.plain("abc", "2026-11-20T09:00:00Z"));

        assertThat(ToolRun.of(home, "runs", "show", "ab").out()).contains("wanted");
    }

    @Test
    void anUnknownIdIsTold(@TempDir Path home) throws IOException {
        new SampleHome(home).add(SampleRun.plain("ab", "2026-11-19T09:00:00Z"));

        ToolRun run = ToolRun.of(home, "runs", "show", "zz");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("perf-agent: no run has an id that begins with 'zz'; the only one is ab\n");
    }

    @Test
    void lastIsTheNewest(@TempDir Path home) throws IOException {
        new SampleHome(home)
                .add(
                        SampleRun.plain("a", "2026-11-20T09:00:00Z").command("older"),
                        SampleRun.plain("b", "2026-11-20T09:00:01Z").command("newest"),
                        SampleRun.plain("c", "2026-11-19T09:00:00Z").command("oldest"));

        assertThat(ToolRun.of(home, "runs", "show", "last").out()).startsWith("ghpm newest\n");
        assertThat(ToolRun.of(home.resolve("none"), "runs", "show", "last").code())
                .isEqualTo(2);
    }

    @Test
    void aRunThatEndedInOrderAfterAllIsShownSo(@TempDir Path home) throws IOException {
        SampleRun run = SampleRun.plain("a", "2026-11-20T09:00:00Z");
        new SampleHome(home).add(run.outcome("killed", null));
        new SampleHome(home).add(run.outcome("success", 0));
        new SampleHome(home).add(run.outcome("killed", null));

        assertThat(ToolRun.of(home, "runs", "show", "a").out()).contains("success, exit code 0");
        assertThat(ToolRun.of(home, "runs").out()).contains("ok").doesNotContain("killed");
    }

    static String golden(String name) throws IOException {
        try (InputStream in = ShowCommandTest.class.getResourceAsStream(name)) {
            return in == null ? "no " + name : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
