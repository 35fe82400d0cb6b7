package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Times by version of the application, and what perf-agent itself took. */
class ReportByVersionTest {
    private final Path home;
    private final SampleHome sample;

    ReportByVersionTest(@TempDir Path folder) {
        home = folder;
        sample = new SampleHome(folder);
    }

    @Test
    void versionsComeInTheOrderInWhichTheyAppeared() throws IOException {
        releases();

        assertThat(report("report").out()).contains("""
            Versions
              COMMAND  VERSION  FIRST RUN    RUNS  MEDIAN      P95
              batch    2.10     11-17 10:00     2  300 ms  ~400 ms
              batch    2.9 *    11-18 10:00     3  200 ms  ~900 ms
              batch    -        11-19 10:00     1  500 ms  ~500 ms
            """).contains("* runs on several kinds of machine together.");
    }

    @Test
    void aReportOfVersionsOnlyHasThoseOfCommandsWithOneVersionToo() throws IOException {
        releases();
        sample.add(run("l", "2026-11-19T11:00:00Z", "2.9", 70).command("list"));

        assertThat(report("report").out()).doesNotContain("list     2.9");
        String only = report("report --by-version").out();
        assertThat(only).contains("list     2.9").contains("Summary").doesNotContain("Memory", "perf-agent itself");
        assertThat(report("report --by-version --format markdown").out()).contains("| batch | 2.10 |");
        assertThat(report("report --by-version --command list").out()).doesNotContain("batch");
        assertThat(report("report --by-version --format csv").out().lines())
                .containsExactly(
                        "application,command,version,first,last,machines,runs,min_ms,median_ms,p90_ms,p95_ms,p95_is_estimate,"
                                + "p99_ms,max_ms,spread",
                        "ghpm,batch,2.10,2026-11-17T09:00:00Z,2026-11-17T09:01:00Z,1,2,200,300,400,400,true,,400,0.333333",
                        "ghpm,batch,2.9,2026-11-18T09:00:00Z,2026-11-18T09:02:00Z,2,3,100,200,900,900,true,,900,0.5",
                        "ghpm,batch,,2026-11-19T09:00:00Z,2026-11-19T09:00:00Z,1,1,500,500,500,500,true,,500,0",
                        "ghpm,list,2.9,2026-11-19T11:00:00Z,2026-11-19T11:00:00Z,1,1,70,70,70,70,true,,70,0");
        assertThat(report("report --by-version --format json").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void jsonHasThemInEachCommand() throws IOException {
        releases();

        JsonNode versions = json().get("commands").get(0).get("versions");

        assertThat(versions).hasSize(3);
        assertThat(versions.get(0).get("version").stringValue()).isEqualTo("2.10");
        assertThat(versions.get(0).get("timing").get("median_ms").intValue()).isEqualTo(300);
        assertThat(versions.get(1).get("pooled").booleanValue()).isTrue();
        assertThat(versions.get(2).get("version").isNull()).isTrue();
    }

    @Test
    void ofManyVersionsTheNewestAreShown() throws IOException {
        for (int i = 10; i < 22; i++) {
            sample.add(run("v" + i, "2026-11-19T09:" + i + ":00Z", "1." + i, 100));
        }

        assertThat(report("report").out())
                .contains("  1.12  ", "  1.21  ", "Shown are the newest 10 versions; --by-version shows all.")
                .doesNotContain("  1.11  ");
        assertThat(report("report --by-version").out())
                .contains("  1.10  ", "  1.21  ")
                .doesNotContain("Shown are the newest");
    }

    /** Cold, failed and killed ones too. */
    @Test
    void whatTheAgentTookIsAddedUpOverAllRuns() throws IOException {
        sample.add(
                cost(run("a", "2026-11-19T09:00:00Z", "1", 100), "warm", 4, 2),
                cost(run("b", "2026-11-19T09:01:00Z", "1", 100), "warm", 6, 3),
                cost(run("c", "2026-11-19T09:02:00Z", "1", 100).outcome("error", 1), "warm", 8, 4),
                cost(run("d", "2026-11-19T09:03:00Z", "1", 100), "cold", 200, 5),
                SampleRun.plain("e", "2026-11-19T09:04:00Z").outcome("killed", null));

        JsonNode agent = json().get("agent");

        assertThat(agent.toString())
                .isEqualTo(
                        "{\"warm\":{\"runs\":4,\"median_start_ms\":6,\"start_ms\":18,\"median_weaving_ms\":1,\"weaving_ms\":3,"
                                + "\"median_exit_ms\":3,\"exit_ms\":9},\"cold\":{\"runs\":1,\"median_start_ms\":200,"
                                + "\"start_ms\":200,\"median_weaving_ms\":1,\"weaving_ms\":1,\"median_exit_ms\":5,\"exit_ms\":5},"
                                + "\"share\":0.0222222}");
        assertThat(report("report").out()).contains("""
            perf-agent itself
              KIND  RUNS   START  IN ALL  WEAVING     END  IN ALL
              warm     4  6.0 ms   18 ms   1.0 ms  3.0 ms  9.0 ms
              cold     1  200 ms  200 ms   1.0 ms  5.0 ms  5.0 ms
            """).contains("start and end are 2.2% of the");
    }

    private void releases() throws IOException {
        sample.add(
                run("a", "2026-11-18T09:00:00Z", "2.9", 200),
                run("b", "2026-11-18T09:01:00Z", "2.9", 100),
                run("c", "2026-11-18T09:02:00Z", "2.9", 900).fingerprint("other"),
                run("d", "2026-11-17T09:00:00Z", "2.10", 200),
                run("e", "2026-11-17T09:01:00Z", "2.10", 400),
                run("f", "2026-11-17T09:02:00Z", "2.11", 7).cold(),
                run("g", "2026-11-19T09:00:00Z", "", 500).json("application_version", "null"));
    }

    private static SampleRun run(String id, String start, String version, double ms) {
        return SampleRun.plain(id, start)
                .with("application_version", version)
                .took(ms)
                .fingerprint("f");
    }

    private static SampleRun cost(SampleRun run, String plan, double start, double exit) {
        return run.json(
                "self",
                "{\"plan\":\"" + plan + "\",\"premain_ms\":" + start + ",\"weave_ms\":1,\"exit_ms\":" + exit + "}");
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(report("report --format json").out());
    }

    private ToolRun report(String line) {
        return ToolRun.of(home, line.split(" "));
    }
}
