package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Screen;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlertsCommandTest {
    private static final String SLOW = """
            2026-11-20T09:30:15.123Z warning performance_degradation 0193ab120001-00000000000a ghpm: batch
            ⚠️  PERFORMANCE ALERT: Command 'batch' execution time exceeded threshold
               Current: 3.2s | Threshold: 2.0s | Baseline: 1.8s
               Recommendation: data_fetching takes half of the time; fetch the items of a project in one query

            """;

    private static final String CACHE = """
            2026-11-20T09:31:00.000Z warning cache_hit_rate_low 0193ab120002-00000000000b other: list
            💡 OPTIMIZATION TIP: API cache hit rate is 45% (target: 70%)
               Recommendation: keep the cache between runs

            """;

    @Test
    void alertsAreShownAsTheyWereTold(@TempDir Path home) throws IOException {
        new SampleHome(home).alerts("alerts.log", SLOW + CACHE);

        ToolRun run = ToolRun.of(home, "alerts");

        assertThat(run.out()).isEqualTo("""
                2 alerts shown: 1 cache_hit_rate_low, 1 performance_degradation

                2026-11-20 10:31:00  warning  other list  run 0193ab120002-00000000000b
                  💡 OPTIMIZATION TIP: API cache hit rate is 45% (target: 70%)
                     Recommendation: keep the cache between runs

                2026-11-20 10:30:15  warning  ghpm batch  run 0193ab120001-00000000000a
                  ⚠️  PERFORMANCE ALERT: Command 'batch' execution time exceeded threshold
                     Current: 3.2s | Threshold: 2.0s | Baseline: 1.8s
                     Recommendation: data_fetching takes half of the time; fetch the items of a
                     project in one query
                """);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anApplicationWithAColonInItsNameIsToldFromItsCommand(@TempDir Path home) throws IOException {
        new SampleHome(home).alerts("alerts.log", SLOW.replace("ghpm: batch", "a\\u003a b:: c: d"));

        assertThat(ToolRun.of(home, "alerts", "--application", "a: b:").out()).contains("  a: b: c: d  run ");
    }

    @Test
    void signsHaveAnAsciiForm(@TempDir Path home) throws IOException {
        new SampleHome(home).alerts("alerts.log", SLOW + CACHE);

        assertThat(ToolRun.on(new Screen(false, false), home, "alerts").out())
                .isASCII()
                .contains("  [!] PERFORMANCE ALERT", "  [i] OPTIMIZATION TIP");
    }

    @Test
    void theOlderPartIsReadToo(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.alerts("alerts.log", CACHE);
        sample.alerts("alerts.log.1", SLOW);

        assertThat(ToolRun.of(home, "alerts", "--limit", "1").out())
                .startsWith("2 alerts shown: ")
                .contains("OPTIMIZATION TIP")
                .doesNotContain("PERFORMANCE ALERT");
    }

    @Test
    void filtersLeaveWhatFits(@TempDir Path home) throws IOException {
        new SampleHome(home).alerts("alerts.log", SLOW + CACHE);

        for (String filter :
                new String[] {"--type cache_hit_rate_low", "--application other", "--since 2026-11-20T10:31"}) {
            assertThat(ToolRun.of(home, ("alerts " + filter).split(" ")).out())
                    .as(filter)
                    .startsWith("1 alert shown: 1 cache_hit_rate_low\n");
        }
        assertThat(ToolRun.of(home, "alerts", "--since", "1m").err()).isEqualTo("No alerts.\n");
    }

    @Test
    void rubbishIsSkipped(@TempDir Path home) throws IOException {
        String cutOff = "   Recommendation: the end of a cut-off block\n";
        new SampleHome(home).alerts("alerts.log", cutOff + SLOW + "\n\n\nrubbish\n\n" + CACHE.stripTrailing());

        ToolRun run = ToolRun.of(home, "alerts");

        assertThat(run.out()).startsWith("2 alerts shown: ");
        assertThat(run.err()).isEqualTo("perf-agent: skipped 2 lines that are not complete alerts\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void jsonTellsTheParts(@TempDir Path home) throws IOException {
        new SampleHome(home).alerts("alerts.log", CACHE);

        JsonNode json = JsonMapper.shared()
                .readTree(ToolRun.of(home, "alerts", "--format", "json").out());

        assertThat(json).isEqualTo(JsonMapper.shared().readTree("""
                {"schema":1,"alerts":[{"timestamp":"2026-11-20T09:31:00Z","severity":"warning",
                 "type":"cache_hit_rate_low","execution_id":"0193ab120002-00000000000b","application":"other",
                 "command":"list","text":["💡 OPTIMIZATION TIP: API cache hit rate is 45% (target: 70%)",
                 "   Recommendation: keep the cache between runs"]}],"skipped_lines":0}"""));
    }

    @Test
    void noLogIsNoFailure(@TempDir Path home) {
        ToolRun run = ToolRun.of(home, "alerts");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEqualTo("No alerts.\n");
    }

    @Test
    void aLogThatCannotBeReadIsAFailure(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("alerts.log"));

        assertThat(ToolRun.of(home, "alerts").code()).isEqualTo(3);
    }

    @Test
    void thoseOfTheHistoryAreListedThatWereNotShown(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.add(
                SampleRun.full("id-1", "2026-11-20T08:00:00Z"),
                SampleRun.full("id-2", "2026-11-20T08:01:00Z"),
                SampleRun.plain("id-3", "2026-11-20T08:02:00Z"));
        sample.alerts("alerts.log", SLOW);

        assertThat(ToolRun.of(home, "alerts").out()).startsWith("1 alert shown: 1 performance_degradation\n");
        assertThat(ToolRun.of(home, "alerts", "--history", "--home", home.toString()))
                .as("it is no folder to read instead of the home")
                .isEqualTo(ToolRun.of(home, "alerts", "--history"));
        assertThat(ToolRun.of(home, "alerts", "--history").out())
                .startsWith("4 alerts in the recorded runs: 2 cache_hit_rate_low, 2 performance_degradation\n")
                .contains("run id-1", "run id-2", "Current: 3.2 s | Threshold: 2.0 s | Baseline: 1.8 s")
                .contains("     Evidence: 3.2s against a limit of at most 2.0s, missed by 60%\n     Recommendation: ")
                .doesNotContain("id-3");
        assertThat(ToolRun.of(home, "alerts", "--history", "--type", "cache_hit_rate_low", "--limit", "1")
                        .out())
                .startsWith("2 alerts in the recorded runs: 2 cache_hit_rate_low; the newest follows\n")
                .contains("run id-2")
                .doesNotContain("run id-1");
    }
}
