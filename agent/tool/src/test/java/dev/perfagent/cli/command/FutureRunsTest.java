package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** A clock that was wrong dated two runs in the future. It is 20 November 2026, 10:00 in UTC. */
class FutureRunsTest {
    static final List<String> LEFT_OUT = List.of(
            "runs",
            "runs --timeframe week",
            "runs --since 7d",
            "runs --timeframe 2026-11-01..",
            "runs show last",
            "check",
            "check last",
            "check --since 7d",
            "check --timeframe week",
            "report",
            "report --since 7d",
            "report --timeframe month",
            "analyze",
            "analyze --timeframe week",
            "optimize --since 7d",
            "export --format ndjson --since 7d",
            "export --format ndjson --timeframe week",
            "alerts --history --since 7d",
            "compare --baseline version:1.9 --current week");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @BeforeEach
    void runsOfNowAndOfTheFuture() throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 1; i <= 7; i++) {
            sample.add(
                    SampleRun.full("old-" + i, "2026-11-10T09:0" + i + ":00Z").with("application_version", "1.9"),
                    SampleRun.full("now-" + i, "2026-11-19T09:0" + i + ":00Z"));
        }
        sample.add(
                SampleRun.full("skew", "2026-11-20T10:04:59Z"),
                SampleRun.full("tomorrow", "2026-11-21T09:00:00Z"),
                SampleRun.full("afar", "2099-01-01T09:00:00Z"));
    }

    @ParameterizedTest
    @FieldSource("LEFT_OUT")
    void theyAreLeftOutAndCounted(String line) {
        ToolRun run = report(line);

        assertThat(run.err())
                .containsOnlyOnce("perf-agent: left out 2 runs dated in the future, because a clock was wrong\n");
        assertThat(run.out()).doesNotContain("tomorrow", "afar", "2099");
        assertThat(run.code()).isNotEqualTo(ExitCode.IO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        runs                         | skew
        runs show last               | skew
        check                        | skew
        runs --timeframe 2026-11-21  | tomorrow
        runs --timeframe 2026-11-01..2100-01-01 | afar
        runs --since 2099-01-01      | afar
        check --timeframe 2099-01-01 | afar
        runs show afar               | afar
        check afar                   | afar
        export --format ndjson       | afar
        report --timeframe 2098-12-31..2099-01-02 | 1 of 1 command
        compare --baseline version:1.9 --current run:afar | 1 run of 2099-01-01
        """)
    void aClockThatIsSlightlyAheadCountsAndSoDoesATimeOrAnIdThatNamesTheFuture(String line, String found) {
        ToolRun run = report(line);

        assertThat(run.out()).contains(found);
        assertThat(run.code()).isNotEqualTo(ExitCode.USAGE);
    }

    @Test
    void noneOfThemIsTheNewestForEver() {
        assertThat(report("runs --limit 2 --format json").out()).contains("skew", "now-7");
        assertThat(report("compare --baseline version:1.9 --current last").out())
                .contains("1 run of 2026-11-20");
        assertThat(report("compare --baseline run:afar --current last").out())
                .contains("run:afar: 1 run", "1 run of 2026-11-20");
    }

    @Test
    void whereAllThatFitAreDatedInTheFutureTheMessageSaysSo(@TempDir Path other) throws IOException {
        new SampleHome(other)
                .add(SampleRun.plain("afar", "2099-01-01T09:00:00Z").command("build"));

        ToolRun run = ToolRun.of(other, "report", "--command", "build");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("""
            perf-agent: left out 1 run dated in the future, because a clock was wrong
            perf-agent: no run matches; the runs of that name are dated in the future
            """);
    }

    @Test
    void aReportHasTheirNumber() {
        assertThat(report("report").out()).contains("left out", "2 runs dated in the future");
        assertThat(report("report --format json").out()).contains("\"future_runs\":2");
    }

    @Test
    void alertsOfTheFutureAreLeftOutToo() throws IOException {
        new SampleHome(home).alerts("alerts.log", alert("2026-11-19T09:01:00Z") + alert("2099-01-01T09:00:00Z"));

        ToolRun run = report("alerts --since 7d");

        assertThat(run.out()).doesNotContain("2099");
        assertThat(run.err())
                .isEqualTo("perf-agent: left out 1 alert dated in the future, because a clock was wrong\n");
    }

    private static String alert(String time) {
        return time + """
             warning cache_hit_rate_low 0193ab120002-00000000000b other: list
            OPTIMIZATION TIP: API cache hit rate is 45% (target: 70%)
               Recommendation: keep the cache between runs

            """;
    }

    private ToolRun report(String line) {
        return ToolRun.of(home, line.split(" "));
    }
}
