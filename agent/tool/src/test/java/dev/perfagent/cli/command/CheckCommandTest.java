package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    private static final String LIMITS = """
            benchmarks:
              commands:
                batch: { max_acceptable_ms: 2000, phases: { load: { target_ms: 1000 } } }
                list: { max_acceptable_ms: 2000 }
            """;

    private final Path home;
    private final Path config;

    CheckCommandTest(@TempDir Path folder) {
        home = folder.resolve("home");
        config = folder.resolve("config");
    }

    @BeforeEach
    void limit() throws IOException {
        SampleHome.append(config.resolve("benchmarks.yml"), LIMITS);
    }

    @Test
    void theLastRunIsJudged() throws IOException {
        add(batch(1, 1000), batch(2, 3200));

        ToolRun run = check();

        assertThat(run.code()).isEqualTo(ExitCode.AGAINST);
        assertThat(run.err()).as("a limit for a command that never ran").isEqualTo("""
                perf-agent: benchmarks.yml: no run ever had the command 'list', so its limits are not used; there is batch
                """);
        assertThat(run.out()).isEqualTo("""
                ghpm batch  run id-02  2026-11-20 09:02:00
                  wall time 3.2 s, CPU time not known, machine's share not known
                  VERDICT       MEASURE     SUBJECT  VALUE  LIMIT
                  critical      time        batch    3.2 s  2.0 s
                      3.2s against a limit of at most 2.0s, missed by 60%
                  inconclusive  time        batch    3.2 s      -
                      3.2s; 1 recent run is too few to compare with: 11 more needed
                  ok            phase time  load     10 ms  1.5 s
                      10ms, 99% under its target of 1.0s (variance excellent); alert above 1.5s

                1 run: 1 critical, 1 inconclusive, 1 ok. Failed; it fails at warning or worse.
                """);
    }

    @Test
    void asMarkdownItIsATableForAComment() throws IOException {
        add(batch(1, 1000), batch(2, 3200));

        assertThat(check("--format", "markdown").out()).isEqualTo("""
                ## ghpm batch  run id-02  2026-11-20 09:02:00

                wall time 3.2 s, CPU time not known, machine's share not known

                | Verdict | Measure | Subject | Value | Limit | Explanation |
                | --- | --- | --- | ---: | ---: | --- |
                | critical | time | batch | 3.2 s | 2.0 s | 3.2s against a limit of at most 2.0s, missed by 60% |
                | inconclusive | time | batch | 3.2 s | - | 3.2s; 1 recent run is too few to compare with: 11 more needed |
                | ok | phase time | load | 10 ms | 1.5 s | 10ms, 99% under its target of 1.0s (variance excellent); alert above \
                1.5s |

                ---

                1 run: 1 critical, 1 inconclusive, 1 ok. Failed; it fails at warning or worse.
                """);
    }

    @Test
    void aLimitForAMisspeltCommandIsReportedWithTheNearestName() throws IOException {
        add(batch(1, 1000), plain(2).command("list"));
        SampleHome.append(config.resolve("benchmarks.yml"), "    bacth: { max_acceptable_ms: 2000 }\n");

        assertThat(check().err()).isEqualTo("""
                perf-agent: benchmarks.yml: no run ever had the command 'bacth', so its limits are not used; did you mean\
                 'batch'?
                """);
    }

    @Test
    void aCommandThatRanLongAgoIsKnownByTheAgentsOwnFiles() throws IOException {
        add(batch(1, 1000));
        SampleHome.append(home.resolve("recent/ghpm/list"), "f 1.0 s -\n");

        assertThat(check().err()).isEmpty();
    }

    @Test
    void severitiesDecideTheExitCode() throws IOException {
        add(batch(1, 2100));

        assertThat(check().code()).isEqualTo(ExitCode.AGAINST);
        assertThat(check("--fail-on", "critical").code()).isEqualTo(ExitCode.FINE);

        SampleHome.append(config.resolve("alerts.yml"), "fail_on: critical\n");
        assertThat(check().code()).isEqualTo(ExitCode.FINE);
        assertThat(check("--fail-on", "warning").code()).isEqualTo(ExitCode.AGAINST);

        SampleHome.append(
                config.resolve("alerts.yml"), "alerts: { performance_degradation: { severity: critical } }\n");
        assertThat(check().code()).isEqualTo(ExitCode.AGAINST);
    }

    @Test
    void aRunIsFoundByItsId() throws IOException {
        add(batch(1, 1000), batch(2, 3200));

        assertThat(check("id-01").code()).isEqualTo(ExitCode.FINE);
        assertThat(check("id-02").code()).isEqualTo(ExitCode.AGAINST);
        assertThat(check("id-0").code()).isEqualTo(ExitCode.USAGE);
        ToolRun unknown = check("id-7");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("id-7");
        assertThat(check("id-01", "--since", "1h").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void allSinceThenOfACommand() throws IOException {
        add(batch(1, 3200), batch(2, 1000), batch(3, 1000).command("list"));

        assertThat(check("--since", "2h").code()).isEqualTo(ExitCode.AGAINST);
        assertThat(check("--since", "2h").out())
                .endsWith("3 runs: 1 critical, 3 inconclusive, 4 ok. Failed; it fails at warning or worse.\n");
        assertThat(check("--since", "2h", "--command", "list").code()).isEqualTo(ExitCode.FINE);
        assertThat(check("--command", "batch").out()).contains("id-02").doesNotContain("id-01");
    }

    @Test
    void aGateWithoutARunOrWithAMistakeDoesNotPass() throws IOException {
        assertThat(check().code()).isEqualTo(ExitCode.USAGE);
        ToolRun nowhere = check("--config", "/nonexistent");
        assertThat(nowhere.code()).isEqualTo(ExitCode.IO);
        assertThat(nowhere.out()).isEmpty();
        assertThat(nowhere.err())
                .startsWith("perf-agent: the configuration folder '/nonexistent' does not exist; ")
                .contains("nothing was judged");

        add(batch(1, 1000));
        SampleHome.append(config.resolve("alerts.yml"), "fail_on: crticial\n");
        ToolRun mistaken = check();
        assertThat(mistaken.code()).isEqualTo(ExitCode.IO);
        assertThat(mistaken.err()).contains("did you mean 'critical'?");
        assertThat(check("--fail-on", "info").code()).isEqualTo(ExitCode.USAGE);
        assertThat(check("--format", "csv").code()).isEqualTo(ExitCode.USAGE);
    }

    /** As the agent would have: the runs before, of the same fingerprint, that were warm and ended well. */
    @Test
    void theHistoryIsTheEvidence() throws IOException {
        Files.writeString(config.resolve("benchmarks.yml"), "benchmarks: {}\n");
        Files.writeString(
                config.resolve("alerts.yml"), "alerts: { performance_degradation: { consecutive_violations: 1 } }\n");
        IntStream.range(1, 30).forEach(i -> add(batch(i, 1000 + i % 5)));
        add(batch(30, 9000).fingerprint("other"), batch(31, 9000).cold(), batch(32, 2000));

        JsonNode after = json(check("--format", "json"));
        assertThat(after.path("against").asBoolean()).isTrue();
        JsonNode verdict = after.path("runs").path(0).path("verdicts").path(0);
        assertThat(verdict.path("rule").asString()).isEqualTo("recent runs");
        assertThat(verdict.path("verdict").asString()).isEqualTo("warning");
        assertThat(verdict.path("runs").asInt()).isEqualTo(29);
        assertThat(verdict.path("explanation").asString()).contains("29 recent runs");

        JsonNode early = json(check("id-03", "--format", "json"));
        assertThat(early.path("runs")
                        .path(0)
                        .path("verdicts")
                        .path(0)
                        .path("verdict")
                        .asString())
                .isEqualTo("inconclusive");
        assertThat(early.path("runs")
                        .path(0)
                        .path("verdicts")
                        .path(0)
                        .path("runs")
                        .asInt())
                .isEqualTo(2);
    }

    /** As the agent counts them: what is not known, a killed run and another command neither go on with a row nor end it. */
    @Test
    void aLimitIsAgainstARunWhenAsManyInARowBreakItAsAlertsYmlAsksFor() throws IOException {
        SampleHome.append(config.resolve("alerts.yml"), "alerts: { phase_overrun: { consecutive_violations: 3 } }\n");
        add(loading(1, 2000), loading(2, 2000), loading(3, 10), loading(4, 2000));
        add(loading(5, 10).command("list"), loading(6, 10).outcome("killed", null), plain(7));
        add(loading(8, 2000), loading(9, 2000), loading(10, 2000));

        JsonNode document = json(check("--since", "2h", "--command", "batch", "--format", "json"));

        assertThat(loads(document))
                .containsExactly(
                        "id-10 warning",
                        "id-09 warning",
                        "id-08 inconclusive",
                        "id-04 inconclusive",
                        "id-03 ok",
                        "id-02 inconclusive",
                        "id-01 inconclusive");
        assertThat(document.path("against").asBoolean()).isTrue();
        assertThat(check("id-02").out().replaceAll("\\s+", " "))
                .contains(
                        "2.0s, 100% over its target of 1.0s (variance critical); alert above 1.5s, in 2 runs: 1 more in a"
                                + " row needed for a verdict")
                .endsWith("1 run: 2 inconclusive, 1 ok. Passed; it fails at warning or worse. ");
        assertThat(check("id-02").code()).isEqualTo(ExitCode.FINE);
        assertThat(check("id-09").out().replaceAll("\\s+", " ")).contains("alert above 1.5s, in 3 runs in a row");
        assertThat(check("id-09").code()).isEqualTo(ExitCode.AGAINST);
        assertThat(check("id-09", "--fail-on", "critical").code()).isEqualTo(ExitCode.FINE);
    }

    /** A scenario is judged with the time of the command, whose alert asks for three runs in a row unless told otherwise. */
    @Test
    void aScenarioIsNotAgainstASingleRun() throws IOException {
        Files.writeString(config.resolve("benchmarks.yml"), """
                benchmarks:
                  commands: { batch: { baseline_ms: 1000, max_acceptable_ms: 60000 } }
                  scenarios: { large: { when: { tasks: 1 }, expected_performance: good } }
                """);
        IntStream.range(1, 4).forEach(i -> add(batch(i, 9000).json("context", "{\"tasks\": 5}")));

        assertThat(check("id-01").code()).isEqualTo(ExitCode.FINE);
        assertThat(check("id-02").out().replaceAll("\\s+", " "))
                .contains("in 2 runs: 1 more in a row needed for a verdict");
        assertThat(check("id-03").code()).isEqualTo(ExitCode.AGAINST);
        SampleHome.append(
                config.resolve("alerts.yml"), "alerts: { performance_degradation: { severity: critical } }\n");
        assertThat(check("id-02", "--fail-on", "critical").code()).isEqualTo(ExitCode.FINE);
        assertThat(check("id-03", "--fail-on", "critical").code()).isEqualTo(ExitCode.AGAINST);
    }

    @Test
    void aRunThatIsNotComparedSaysWhy() throws IOException {
        Files.writeString(config.resolve("benchmarks.yml"), "benchmarks: {}\n");
        add(plain(1), plain(2), plain(3).cold(), plain(4).outcome("error", 1));

        assertThat(inOneLine(check("id-03")))
                .contains("No limit is set, and a cold run is not compared with earlier ones");
        assertThat(inOneLine(check("id-04"))).contains("a run that did not succeed is not compared with earlier ones");
    }

    @Test
    void limitsAreForTheApplicationThatTheyName() throws IOException {
        SampleHome.append(config.resolve("instrumentation.yml"), "application: { name: another }\n");
        add(batch(1, 3200));

        assertThat(check().code()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void jsonHasAllOfIt() throws IOException {
        add(batch(1, 3200));

        ToolRun run = check("--format", "json");

        assertThat(run.code()).isEqualTo(ExitCode.AGAINST);
        JsonNode document = json(run);
        assertThat(document.path("schema").asInt()).isEqualTo(1);
        assertThat(document.path("fail_on").asString()).isEqualTo("warning");
        JsonNode one = document.path("runs").path(0);
        assertThat(one.path("execution_id").asString()).isEqualTo("id-01");
        assertThat(one.path("against").asBoolean()).isTrue();
        JsonNode verdict = one.path("verdicts").path(0);
        assertThat(verdict.path("measure").asString()).isEqualTo("time");
        assertThat(verdict.path("type").asString()).isEqualTo("performance_degradation");
        assertThat(verdict.path("value").asDouble()).isEqualTo(3200);
        assertThat(verdict.path("limit").asDouble()).isEqualTo(2000);
        assertThat(verdict.path("unit").asString()).isEqualTo("ms");
    }

    private ToolRun check(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "check";
        arguments[1] = "--config";
        arguments[2] = config.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        if (more.length > 1 && more[0].equals("--config")) {
            return ToolRun.of(home, "check", "--config", more[1]);
        }
        return ToolRun.of(home, arguments);
    }

    private static String inOneLine(ToolRun run) {
        return run.out().replaceAll("\\s+", " ");
    }

    private static JsonNode json(ToolRun run) {
        return new JsonMapper().readTree(run.out());
    }

    private void add(SampleRun... runs) {
        try {
            new SampleHome(home).add(runs);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static List<String> loads(JsonNode document) {
        List<String> loads = new ArrayList<>();
        for (JsonNode run : document.path("runs")) {
            for (JsonNode verdict : run.path("verdicts")) {
                if (verdict.path("measure").asString().equals("phase_time")) {
                    loads.add(run.path("execution_id").asString() + " "
                            + verdict.path("verdict").asString());
                }
            }
        }
        return loads;
    }

    private static SampleRun loading(int i, double ms) {
        return plain(i).phase("load", ms);
    }

    /** In minute {@code i} of an hour of 20 November. */
    private static SampleRun batch(int i, double ms) {
        return plain(i).took(ms).phase("load", 10);
    }

    private static SampleRun plain(int i) {
        return SampleRun.plain((i < 10 ? "id-0" : "id-") + i, "2026-11-20T08:" + (i < 10 ? "0" : "") + i + ":00Z")
                .took(1000)
                .fingerprint("f");
    }
}
