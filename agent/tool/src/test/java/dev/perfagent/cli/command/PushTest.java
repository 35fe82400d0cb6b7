package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.command.MetricService.Answers;
import dev.perfagent.cli.command.MetricService.Reply;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code export --push} to services that answer as real ones do. */
class PushTest {
    private static final String KEY = "k0123456789abcdef0123456789abcde";
    private static final String SERIES = "/api/v2/series";
    private static final String POINTS = "/api/v1/distribution_points";
    private static final Reply TAKEN = Reply.of(202, "{\"errors\":[]}");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @BeforeEach
    void sixRuns() throws IOException {
        for (int i = 0; i < 6; i++) {
            new SampleHome(home)
                    .add(SampleRun.full("r" + i, "2026-11-20T09:30:0" + i + "Z").command("c" + i));
        }
    }

    @Test
    void eachRunIsSentOnceAndTheKeyIsInTheHeaderOnly() throws IOException {
        try (MetricService datadog = MetricService.answering((request, number) -> TAKEN)) {
            ToolRun planned = push(datadog, "datadog", "--dry-run");
            ToolRun first = push(datadog, "datadog");
            new SampleHome(home)
                    .add(SampleRun.full("late", "2026-11-20T09:30:03Z").command("late"));
            ToolRun second = push(datadog, "datadog");
            ToolRun third = push(datadog, "datadog");

            assertThat(planned).isEqualTo(new ToolRun(0, "", "Would send 6 runs to datadog at ADDRESS\n"));
            assertThat(first).isEqualTo(new ToolRun(0, "", "Sent 6 runs to datadog at ADDRESS\n"));
            assertThat(second)
                    .isEqualTo(new ToolRun(0, "", "Sent 1 run to datadog at ADDRESS; 6 runs had been sent before\n"));
            assertThat(third)
                    .isEqualTo(new ToolRun(0, "", "Sent 0 runs to datadog at ADDRESS; 7 runs had been sent before\n"));
            assertThat(commands(datadog, SERIES)).containsExactlyInAnyOrder("c0", "c1", "c2", "c3", "c4", "c5", "late");
            assertThat(commands(datadog, POINTS)).containsExactlyInAnyOrder("c0", "c1", "c2", "c3", "c4", "c5", "late");
            assertThat(datadog.requests())
                    .allMatch(request -> request.key().equals(KEY))
                    .allMatch(request -> request.coding().equals("deflate")); // all that distribution points may be
        }
        assertNoKeyOnDisk();
    }

    @Test
    void newRelicGetsEachRunOnceAndTheKeyInTheHeaderOnly() throws IOException {
        Answers small = (request, number) ->
                request.body().contains("\"c0\"") && request.body().contains("\"c4\"")
                        ? Reply.of(413, "")
                        : Reply.of(202, "{\"requestId\":\"f0e7bfff\"}");
        try (MetricService newRelic = MetricService.answering(small)) {
            ToolRun first = push(newRelic, "newrelic");
            ToolRun second = push(newRelic, "newrelic");

            assertThat(first).isEqualTo(new ToolRun(0, "", "Sent 6 runs to newrelic at ADDRESS\n"));
            assertThat(second.err()).endsWith("Sent 0 runs to newrelic at ADDRESS; 6 runs had been sent before\n");
            assertThat(newRelic.bodies("/metric/v1")).hasSize(3);
            assertThat(newRelic.requests())
                    .allMatch(request -> request.key().equals(KEY))
                    .allMatch(request -> request.coding().equals("gzip"));
        }
        assertNoKeyOnDisk();
    }

    @ParameterizedTest
    @CsvSource({"429, 7", "503, 7", "408, 7"})
    void whatMayBeTakenLaterIsRepeatedWhenTheServiceSays(int status, int requests) throws IOException {
        Answers busy = (request, number) -> number <= 5 ? Reply.of(status, "", "Retry-After: 0") : TAKEN;
        try (MetricService datadog = MetricService.answering(busy)) {
            assertThat(push(datadog, "datadog").code()).isZero();
            assertThat(datadog.requests()).hasSize(requests);
        }
    }

    @Test
    void aServiceThatStaysBusyStopsThePushAndTheNextOneGoesOnThere() throws IOException {
        Answers busy = (request, number) ->
                number == 1 || number > 7 ? TAKEN : Reply.of(429, "slow down " + KEY, "Retry-After: 0");
        try (MetricService datadog = MetricService.answering(busy)) {
            ToolRun stopped = push(datadog, "datadog");
            ToolRun rest = push(datadog, "datadog");

            assertThat(stopped.code()).isEqualTo(3);
            assertThat(stopped.err())
                    .isEqualTo("perf-agent: datadog at ADDRESS answers with status 429: slow down ***\n"
                            + "perf-agent: 6 runs were sent; the same command sends the rest\n");
            assertThat(rest.code()).isZero();
            assertThat(datadog.bodies(SERIES)).hasSize(1);
            assertThat(datadog.bodies(POINTS)).hasSize(7);
        }
    }

    @Test
    void aWaitOfHoursIsNotWaitedFor() throws IOException {
        try (MetricService datadog =
                MetricService.answering((request, number) -> Reply.of(429, "", "Retry-After: 7200"))) {
            assertThat(push(datadog, "datadog").code()).isEqualTo(3);
            assertThat(datadog.requests()).hasSize(1);
        }
    }

    @Test
    void whatIsTooLargeIsSentInParts() throws IOException {
        Answers small = (request, number) ->
                request.body().contains("command:c0") && request.body().contains("command:c4")
                        ? Reply.of(413, "")
                        : TAKEN;
        try (MetricService datadog = MetricService.answering(small)) {
            assertThat(push(datadog, "datadog").code()).isZero();
            assertThat(datadog.bodies(SERIES)).hasSize(3);
            assertThat(commands(datadog, SERIES)).contains("c0", "c1", "c2", "c3", "c4", "c5");
        }
    }

    @Test
    void oneRunThatIsNotUnderstoodKeepsNoOtherBack() throws IOException {
        Answers picky = (request, number) -> request.body().contains("command:c3") ? Reply.of(400, "bad tag") : TAKEN;
        try (MetricService datadog = MetricService.answering(picky)) {
            ToolRun run = push(datadog, "datadog");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .contains("run r3 was refused (400): bad tag")
                    .endsWith("Sent 5 runs to datadog at ADDRESS; 1 run refused\n");
        }
    }

    @Test
    void whatWasTakenInPartIsReported() throws IOException {
        Answers partly = (request, number) -> request.path().endsWith("traces")
                ? Reply.of(200, "{\"partialSuccess\":{\"rejectedSpans\":\"2\",\"errorMessage\":\"too old\"}}")
                : Reply.of(200, "{\"partialSuccess\":{}}");
        try (MetricService collector = MetricService.answering(partly)) {
            ToolRun run = push(collector, "otlp");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err().lines()).hasSize(2).anyMatch(line -> line.contains("too old"));
        }
    }

    @ParameterizedTest
    @CsvSource({"403, does not accept the key (403)", "302, answers with status 302", "404, answers with status 404"})
    void aRefusalEndsThePushAndNothingIsNoted(int status, String words) throws IOException {
        Answers refusing = (request, number) -> Reply.of(status, "", "Location: http://127.0.0.1:1/elsewhere");
        try (MetricService datadog = MetricService.answering(refusing)) {
            ToolRun run = push(datadog, "datadog");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains(words).doesNotContain(KEY);
            assertThat(datadog.requests()).hasSize(1);
            assertThat(push(datadog, "datadog", "--dry-run").err()).startsWith("Would send 6 runs");
        }
    }

    /** The status codes that the documentation of New Relic's metric API lists. */
    @ParameterizedTest
    @CsvSource({
        "202, 0, 1, Sent 6 runs",
        "400, 1, 11, 6 runs refused",
        "403, 3, 1, does not accept the key (403)",
        "404, 3, 1, answers with status 404",
        "405, 3, 1, answers with status 405",
        "408, 3, 6, answers with status 408",
        "411, 3, 1, answers with status 411",
        "413, 1, 11, 6 runs refused",
        "414, 3, 1, answers with status 414",
        "415, 3, 1, answers with status 415",
        "429, 3, 6, answers with status 429",
        "431, 3, 1, answers with status 431",
        "500, 3, 6, answers with status 500",
        "503, 3, 6, answers with status 503"
    })
    void whatNewRelicAnswersIsUnderstood(int status, int code, int requests, String words) throws IOException {
        try (MetricService newRelic =
                MetricService.answering((request, number) -> Reply.of(status, "", "Retry-After: 0"))) {
            ToolRun run = push(newRelic, "newrelic");

            assertThat(run.code()).isEqualTo(code);
            assertThat(run.err()).contains(words).doesNotContain(KEY);
            assertThat(newRelic.requests()).hasSize(requests);
            assertThat(push(newRelic, "newrelic", "--dry-run").err())
                    .contains(status == 202 ? "Would send 0 runs" : "Would send 6 runs");
        }
    }

    @Test
    void halfALineOfAMachineThatWentAwayCountsForNothing() throws IOException {
        try (MetricService datadog = MetricService.answering((request, number) -> TAKEN)) {
            push(datadog, "datadog");
            for (Path file : sent()) {
                List<String> ids = Files.readAllLines(file);
                Files.writeString(file, String.join("\n", ids.subList(0, 5)) + "\nr");
            }
            push(datadog, "datadog");

            assertThat(commands(datadog, SERIES)).hasSize(7);
            for (Path file : sent()) {
                assertThat(Files.readAllLines(file)).containsExactly("r0", "r1", "r2", "r3", "r4", "r5");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        datadog    | x=y             | http://127.0.0.1:9       | the environment variable DD_API_KEY is missing
        newrelic   | x=y             | http://127.0.0.1:9       | the environment variable NEW_RELIC_LICENSE_KEY is missing
        influx     | x=y             |                          | give --endpoint, such as
        emf        | x=y             |                          | 'emf' cannot be sent with --push; write it with --output
        datadog    | DD_API_KEY=abc  | http://metrics.example   | the address of another machine has to begin with https://
        datadog    | DD_API_KEY=abc  | https://u:p@example.com  | an address must not contain a name or password
        datadog    | DD_API_KEY=abc  | ftp://example.com        | is no address
        """)
    void whatIsMissingOrWrongIsSaid(String format, String variable, String endpoint, String message) {
        List<String> arguments = new ArrayList<>(List.of("export", "--format", format, "--push"));
        if (endpoint != null) {
            arguments.addAll(List.of("--endpoint", endpoint));
        }
        Map<String, String> environment = Map.of(
                "PERF_AGENT_HOME",
                home.toString(),
                variable.substring(0, variable.indexOf('=')),
                variable.substring(variable.indexOf('=') + 1));

        ToolRun run = run(environment, arguments);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void aSpanIsBelowTheOneThatStartedTheProgramAndHasAPhaseBelowIt() throws IOException {
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        new SampleHome(home)
                .add(SampleRun.full("traced", "2026-11-20T09:40:00Z")
                        .json("environment", "{\"traceparent\":\"" + parent + "\"}")
                        .outcome("error", 7));
        try (MetricService collector = MetricService.answering((request, number) -> Reply.of(200, "{}"))) {
            push(collector, "otlp");

            JsonNode resources =
                    MAPPER.readTree(collector.bodies("/v1/traces").get(0)).path("resourceSpans");
            JsonNode spans = resources.path(6).path("scopeSpans").path(0).path("spans");
            JsonNode command = spans.path(0);
            assertThat(command.path("traceId").stringValue()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(command.path("parentSpanId").stringValue()).isEqualTo("b7ad6b7169203331");
            assertThat(command.path("status").path("code").intValue()).isEqualTo(2);
            assertThat(command.toString()).contains("{\"key\":\"process.exit.code\",\"value\":{\"intValue\":\"7\"}}");
            assertThat(spans.path(1).path("parentSpanId").stringValue())
                    .isEqualTo(command.path("spanId").stringValue());
            JsonNode own =
                    resources.path(0).path("scopeSpans").path(0).path("spans").path(0);
            assertThat(own.path("traceId").stringValue()).matches(Pattern.compile("[0-9a-f]{32}"));
            assertThat(own.has("parentSpanId")).isFalse();
            JsonNode metrics = MAPPER.readTree(collector.bodies("/v1/metrics").get(0));
            assertThat(metrics.at("/resourceMetrics/0/scopeMetrics/0/metrics/1/gauge/dataPoints/0/asDouble")
                            .doubleValue())
                    .isEqualTo(2450);
        }
    }

    private ToolRun push(MetricService service, String format, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("export", "--format", format, "--push", "--endpoint", service.address()));
        arguments.addAll(List.of(more));
        ToolRun run = run(
                Map.of("PERF_AGENT_HOME", home.toString(), "DD_API_KEY", KEY, "NEW_RELIC_LICENSE_KEY", KEY), arguments);
        return new ToolRun(run.code(), run.out(), run.err().replace(service.address(), "ADDRESS"));
    }

    private static ToolRun run(Map<String, String> environment, List<String> arguments) {
        return ToolRun.starting(
                environment,
                null,
                (command, aside) -> {
                    throw new IOException("nothing can be started here");
                },
                arguments.toArray(String[]::new));
    }

    /** The commands that bodies are about, each as often as a body has it. */
    private static List<String> commands(MetricService service, String path) {
        return service.bodies(path).stream()
                .flatMap(body -> Pattern.compile("command:(\\w+)")
                        .matcher(body)
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .toList();
    }

    private List<Path> sent() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("export"))) {
            return files.toList();
        }
    }

    private void assertNoKeyOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.UTF_8)).doesNotContain(KEY);
            }
        }
    }
}
