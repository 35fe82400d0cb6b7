package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfagent.run.ApiPatterns;
import dev.perfagent.run.Cache;
import dev.perfagent.run.Contention;
import dev.perfagent.run.Duration;
import dev.perfagent.run.Endpoint;
import dev.perfagent.run.EndpointPatterns;
import dev.perfagent.run.Failure;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.HostLimit;
import dev.perfagent.run.HttpHost;
import dev.perfagent.run.Operation;
import dev.perfagent.run.Outcome;
import dev.perfagent.run.Phase;
import dev.perfagent.run.ProcessUse;
import dev.perfagent.run.RateLimit;
import dev.perfagent.run.ResourceUsage;
import dev.perfagent.sample.SampleRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunParserTest {
    private static final Instant START = Instant.parse("2026-11-20T10:30:15.123Z");
    private static final long RESET = Instant.parse("2026-11-20T11:00:00Z").getEpochSecond();
    private static final String HEAD = "{\"execution_id\":\"a\",\"timestamp\":\"2026-11-20T10:30:15.123Z\"";

    private final RunParser parser = new RunParser();

    private static final ResourceUsage RESOURCES = new ResourceUsage(
            1048576L,
            78.0,
            45.0,
            120.0,
            73400320L,
            1890.0,
            2L,
            12.0,
            245L,
            2100L,
            9L,
            new Contention(1300.5, 250.25, 400.0, 10.0, 0.75, 30.0, 0.5, 0.25, 0.0));

    @Test
    void theGaugesAreRead() throws Exception {
        Contention contention = parse(SampleRun.full("a", START.toString())
                        .json("resource_usage", """
                                {"gauge_ms": 20.5, "look_us": 210.25, "gauge_id": "00ff"}""")
                        .line())
                .resourceUsage()
                .contention();

        assertThat(contention.gaugeMs()).isEqualTo(20.5);
        assertThat(contention.lookUs()).isEqualTo(210.25);
        assertThat(contention.gaugeId()).isEqualTo("00ff");
    }

    @Test
    void everyFieldIsRead() throws Exception {
        StoredRun run = parse(SampleRun.full("a", START.toString())
                .failed("java.io.IOException", "no route")
                .line());

        assertThat(run.id()).isEqualTo("a");
        assertThat(run.start()).isEqualTo(START);
        assertThat(run.end()).isEqualTo(START.plusMillis(2450));
        assertThat(run.application()).isEqualTo("ghpm");
        assertThat(run.applicationVersion()).isEqualTo("2.0.0");
        assertThat(run.command()).isEqualTo("batch");
        assertThat(run.options()).containsExactly("--project", "--dry-run");
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(run.exitCode()).isZero();
        assertThat(run.error()).isEqualTo(new Failure("java.io.IOException", "no route"));
        assertThat(run.duration())
                .isEqualTo(new Duration(
                        2450,
                        2610.0,
                        120.0,
                        null,
                        null,
                        0.0,
                        List.of(
                                new Phase("processing", 700, 700, 87, -2097152L, 52428800L, 650.5, null, 1.0),
                                new Phase("data_fetching", 1200, 1100, 1, 1048576L, 9000000L, 300.0, 120.0, 1.8))));
        assertThat(run.resourceUsage()).isEqualTo(RESOURCES);
        assertThat(run.http()).containsExactly(new HttpHost("api.github.com", 15, 700, 0, 50000L));
        assertThat(run.caches()).containsExactly(new Cache("field-definitions", "caffeine", 8L, 7L, 0L, 7L, 120.0, 7L));
        assertThat(run.processes()).containsExactly(new ProcessUse("git", 3, 45, 0));
        assertThat(run.context()).isEqualTo(Map.of("task_count", 87L, "project_size", "large"));
        Set<EnvironmentField> numbers =
                EnumSet.of(EnvironmentField.CORES, EnvironmentField.MEMORY_MB, EnvironmentField.PID);
        assertThat(Arrays.stream(EnvironmentField.values())
                        .map(field -> numbers.contains(field)
                                ? (Object) run.environment().whole(field)
                                : run.environment().text(field)))
                .containsExactly(
                        "build-7",
                        "ada",
                        "Linux 6.1",
                        "amd64",
                        "AMD EPYC",
                        8L,
                        16384L,
                        "17.0.15",
                        "github-actions",
                        "d41d8cd98f00b204",
                        4711L,
                        null,
                        "cpu_one_core=3015.1 jvm_start=41.2");
        assertThat(run.plan()).isEqualTo("warm");
        assertThat(run.self().text(CostField.AGENT_VERSION)).isEqualTo("0.1.0");
        assertThat(run.self().number(CostField.PREMAIN_MS)).isEqualTo(6.1);
        assertThat(run.self().number(CostField.EXIT_MS)).isEqualTo(2.0);
        assertThat(run.alerts()).first().satisfies(alert -> {
            assertThat(alert.text(AlertField.TYPE)).isEqualTo("performance_degradation");
            assertThat(alert.number(AlertField.CURRENT)).isEqualTo(3200);
            assertThat(alert.number(AlertField.BASELINE)).isEqualTo(1800);
        });
    }

    @Test
    void whatIsOfAnotherTypeIsNotTold() throws Exception {
        StoredRun run = parse(HEAD
                + ",\"self\":{\"plan\":1,\"exit_ms\":\"2\",\"premain_ms\":7,\"weave_ms\":{\"a\":[1]}},\"environment\":[],"
                + "\"alerts\":[{\"current\":null,\"tip\":\"so\"}]}");

        assertThat(run.plan()).isNull();
        assertThat(run.self().number(CostField.EXIT_MS)).isNull();
        assertThat(run.self().number(CostField.PREMAIN_MS)).isEqualTo(7);
        assertThat(run.self().number(CostField.WEAVE_MS)).isNull();
        assertThat(run.environment().whole(EnvironmentField.CORES)).isNull();
        assertThat(run.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.number(AlertField.CURRENT)).isNull();
            assertThat(alert.text(AlertField.TIP)).isEqualTo("so");
            assertThat(alert.text(AlertField.TYPE, "unknown")).isEqualTo("unknown");
        });
    }

    @Test
    void whatGitHubWasAskedIsRead() throws Exception {
        GitHubApi api = Objects.requireNonNull(
                parse(SampleRun.full("a", START.toString()).line()).gitHubApi());

        assertThat(api)
                .isEqualTo(new GitHubApi(
                        15,
                        8L,
                        7L,
                        3,
                        List.of(new RateLimit("core", 5000L, 4975L, 25L, RESET, 12L)),
                        0.0,
                        0L,
                        0,
                        true,
                        List.of(new Operation("project_item_fetch", 3, 12, 340, 200)),
                        List.of(
                                new Endpoint(
                                        "GET /repos/{owner}/{repo}/issues",
                                        5,
                                        200,
                                        80,
                                        Map.of(200, 4L, 304, 1L),
                                        12345L,
                                        0,
                                        3,
                                        30),
                                new Endpoint("POST /graphql", 10, 500, 90, Map.of(200, 10L), null, 0, 0, null))));
    }

    @Test
    void patternsOfRequestsAreRead() throws Exception {
        StoredRun run = parse(HEAD
                + ",\"github_api\":{\"requests_made\":9,\"resources\":{\"core\":{\"remaining\":40,\"consumed\":9,"
                + "\"others\":3,\"peak_minute\":8,\"runs_left\":4}},\"conditional_hits_free\":1,"
                + "\"primary_limits\":2,\"secondary_limits\":3,\"at_once\":4,\"peak_minute_points\":5,"
                + "\"rapid_writes\":6,\"early_retries\":7,\"futile_retries\":8,"
                + "\"endpoints\":[{\"endpoint\":\"GET /user\",\"count\":9,\"ms\":1,\"max_ms\":1,\"etags\":1,"
                + "\"unchanged\":2,\"missing_again\":3,\"moved_again\":4,\"sorted_by_update\":5,\"polls\":6,"
                + "\"poll_ms\":7.5,\"early\":8}]},\"http\":[{\"host\":\"gitlab.com\",\"requests\":1,\"ms\":1,"
                + "\"rate_limit\":{\"name\":\"default\",\"limit\":600,\"remaining\":594,"
                + "\"reset\":\"2027-01-15T08:00:00Z\",\"refused\":1,\"retry_after_s\":7}}]}");
        GitHubApi api = Objects.requireNonNull(run.gitHubApi());

        assertThat(api.patterns()).isEqualTo(new ApiPatterns(1, 2, 3, 4, 5, 6, 7, 8));
        assertThat(api.resources())
                .containsExactly(new RateLimit("core", null, 40L, null, null, 9L, 3L, 8L))
                .allSatisfy(limit -> assertThat(limit.runsLeft()).isEqualTo(4));
        assertThat(api.endpoints().get(0).patterns()).isEqualTo(new EndpointPatterns(1, 2, 3, 4, 5, 6, 7.5, 8));
        assertThat(Objects.requireNonNull(run.http()).get(0).limit())
                .isEqualTo(new HostLimit("default", 600L, 594L, 1_800_000_000L, 1, 7L));
    }

    @Test
    void whatIsMissingIsUnknown() throws Exception {
        StoredRun run = parse(HEAD + "}");

        assertThat(run.end()).isNull();
        assertThat(run.application()).isEmpty();
        assertThat(run.outcome()).isNull();
        assertThat(run.exitCode()).isNull();
        assertThat(run.totalMs()).isNaN();
        assertThat(run.duration().phases()).isEmpty();
        assertThat(run.resourceUsage().peakMemoryMb()).isNull();
        assertThat(run.gitHubApi()).isNull();
        assertThat(run.http()).isNull();
        assertThat(run.caches()).isNull();
        assertThat(run.environment().text(EnvironmentField.HOST)).isNull();
        assertThat(run.fingerprint()).isEmpty();
        assertThat(run.cold()).isFalse();
        assertThat(run.cacheHitRate()).isNull();
    }

    @Test
    void whatIsOfAnotherTypeIsUnknownAndTheRestIsRead() throws Exception {
        StoredRun run = parse(HEAD
                + ",\"end_timestamp\":7,\"options\":{\"a\":[1]},\"exit_code\":99999999999,\"outcome\":\"lost\","
                + "\"error\":[],\"duration\":{\"total_ms\":\"long\",\"process_ms\":[1,{\"a\":2}],"
                + "\"phases\":{\"a\":1,\"b\":{\"ms\":2},\"c\":{\"ms\":3,\"count\":1,\"new\":{\"x\":[]}}}},"
                + "\"github_api\":{\"errors\":1},\"http\":[1,{\"requests\":1},{\"host\":\"h\",\"requests\":2}],"
                + "\"context\":{\"a\":[1],\"b\":null,\"c\":true,\"d\":1.5,\"e\":99999999999999999999},"
                + "\"new\":{\"deep\":[[{\"x\":1}]]},\"command\":\"batch\",\"alerts\":null}");

        assertThat(run.end()).isNull();
        assertThat(run.options()).isEmpty();
        assertThat(run.exitCode()).isNull();
        assertThat(run.outcome()).isNull();
        assertThat(run.totalMs()).isNaN();
        assertThat(run.duration().processMs()).isNull();
        assertThat(run.duration().phases()).extracting(Phase::name).containsExactly("c");
        assertThat(run.gitHubApi()).isNull();
        assertThat(run.http()).extracting(HttpHost::host).containsExactly("h");
        assertThat(run.context()).isEqualTo(Map.of("c", true, "d", 1.5, "e", 1e20));
        assertThat(run.command()).isEqualTo("batch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"execution_id\":\"a\"}",
                "{\"execution_id\":\"a\",\"timestamp\":\"yesterday\"}",
                "{\"execution_id\":\"a\",\"timestamp\":\"2026-02-30T10:30:15.123Z\"}",
                HEAD + ",\"duration\":{\"phases\":{\"a\":{\"ms\":1",
                HEAD + ",\"alerts\":[",
                HEAD + "}{}",
                HEAD + ",\"command\":\"\u0001\"}"
            })
    void whatIsNoCompleteRunIsMalformed(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> parse(HEAD + ",\"new\":" + "[".repeat(100_000)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void aLaterSchemaIsToldApart() {
        assertThatThrownBy(() -> parse("{\"schema\":2,\"execution_id\":7}")).isInstanceOf(NewerSchemaException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghpm\\ud83d", "ghpm\\ude00", "ghpm\\uD83D"})
    void halfACharacterIsReadAsNone(String text) throws Exception {
        StoredRun run =
                parse(HEAD + ",\"application\":\"" + text + "\",\"options\":[\"" + text + "\"],\"context\":{\"" + text
                        + "\":\"" + text + "\"},\"new" + text + "\":1,\"error\":{\"type\":\"a\",\"message\":\"" + text
                        + "\"},\"duration\":{\"phases\":{\"" + text + "\":{\"ms\":1,\"self_ms\":1,\"count\":1}}}}");

        assertThat(run.application()).isEqualTo("ghpm\ufffd");
        assertThat(run.options()).containsExactly("ghpm\ufffd");
        assertThat(run.context()).isEqualTo(Map.of("ghpm\ufffd", "ghpm\ufffd"));
        assertThat(run.error()).isEqualTo(new Failure("a", "ghpm\ufffd"));
        assertThat(run.duration().phases().get(0).name()).isEqualTo("ghpm\ufffd");
    }

    @Test
    void wholeCharactersStayHoweverTheyAreWritten() throws Exception {
        StoredRun run =
                parse(HEAD + ",\"application\":\"\\ud83d\\ude00\",\"command\":\"\ud83d\ude00 \\\\ud83d\",\"context\":{"
                        + "\"\\ud83d\\ude00\\ud83d\":1}}");

        assertThat(run.application()).isEqualTo("\ud83d\ude00");
        assertThat(run.command()).isEqualTo("\ud83d\ude00 \\ud83d");
        assertThat(run.context()).isEqualTo(Map.of("\ud83d\ude00\ufffd", 1L));
    }

    @Test
    void bytesThatAreNoTextAreReadAsNoCharacter() throws Exception {
        byte[] bytes = (HEAD + ",\"application\":\"###\"}").getBytes(StandardCharsets.UTF_8);
        int at = bytes.length - 5;
        bytes[at] = (byte) 0xed; // half a character, as if UTF-8 could say it
        bytes[at + 1] = (byte) 0xa0;
        bytes[at + 2] = (byte) 0xbd;

        StoredRun run = Objects.requireNonNull(parser.parse(bytes, 0, bytes.length, RunSelection.ALL));

        assertThat(run.application()).startsWith("\ufffd").doesNotContain("#");
    }

    @Test
    void aNegativeTimeOfTheProcessIsUnknown() throws Exception {
        StoredRun run =
                parse(HEAD + ",\"duration\":{\"total_ms\":4000.0,\"process_ms\":-7194162.0,\"jvm_startup_ms\":-5.0}}");

        assertThat(run.duration().totalMs()).isEqualTo(4000);
        assertThat(run.duration().processMs()).isNull();
        assertThat(run.duration().jvmStartupMs()).isNull();
    }

    @Test
    void aNumberThatNoDoubleHoldsIsUnknown() throws Exception {
        String huge = "9".repeat(400);
        StoredRun run = parse(HEAD + ",\"duration\":{\"total_ms\":1e400,\"process_ms\":" + huge
                + ",\"phases\":{\"load\":{\"ms\":-1e400,\"self_ms\":1e308,\"count\":1}}},"
                + "\"resource_usage\":{\"peak_memory_mb\":1e999},\"context\":{\"size\":1e400,\"parts\":" + huge + "}}");

        assertThat(run.totalMs()).isNaN();
        assertThat(run.duration().processMs()).isNull();
        assertThat(run.duration().phases().get(0).ms()).isNaN();
        assertThat(run.duration().phases().get(0).selfMs()).isEqualTo(1e308);
        assertThat(run.context()).isEmpty();
    }

    @Test
    void timesInOtherFormsAreRead() {
        assertThat(RecordTime.parse("2026-11-20T10:30:15Z")).isEqualTo(START.minusMillis(123));
        assertThat(RecordTime.parse("2026-11-20T10:30:15.123Z")).isEqualTo(START);
        assertThat(RecordTime.parse("2000-01-01T00:00:00.000Z")).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(RecordTime.parse("1999-12-31T23:59:59.999Z")).isNull();
        assertThat(RecordTime.parse("2026-11-20T24:30:15.123Z")).isNull();
        assertThat(RecordTime.parse("2026-11-20T10:61:15.123Z")).isNull();
        assertThat(RecordTime.parse("2026-11-20 10:30:15.123Z")).isNull();
        assertThat(RecordTime.parse(null)).isNull();
    }

    private StoredRun parse(String line) throws MalformedJsonException, NewerSchemaException {
        byte[] bytes = ("##" + line + "##").getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(parser.parse(bytes, 2, bytes.length - 4, RunSelection.ALL));
    }
}
