package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.command.MetricService.Reply;
import dev.perfagent.cli.command.MetricService.Request;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What {@code export --push} sends to Datadog is cut before it is too long, so that the service has nothing to refuse. */
class RequestSizesTest {
    /** "Submit metrics": less than 5,242,880 bytes, 512,000 compressed. */
    private static final int MOST = 5_242_879;

    private static final int MOST_PACKED = 512_000;

    /** As many as go into one request if they fit. */
    private static final int RUNS = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Random random = new Random(16);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path home;

    @Test
    void manySeriesAreTooLongBeforeCompression() throws IOException {
        for (int i = 0; i < RUNS; i++) {
            add(i, "command " + i, 150, 1);
        }

        List<Request> requests = pushed();

        assertThat(requests.stream().mapToInt(Request::bytes).sum()).isGreaterThan(MOST);
        assertThat(requests.stream().mapToInt(Request::packedBytes).sum()).isLessThan(MOST_PACKED);
    }

    @Test
    void manyDigitsAreTooLongAfterCompression() throws IOException {
        for (int i = 0; i < RUNS; i++) {
            add(i, "batch", 400, random.nextDouble());
        }

        List<Request> requests = pushed();

        assertThat(requests.stream().mapToInt(Request::bytes).sum()).isLessThan(MOST);
        assertThat(requests.stream().mapToInt(Request::packedBytes).sum()).isGreaterThan(MOST_PACKED);
    }

    private void add(int number, String command, int phases, double factor) throws IOException {
        SampleRun run = SampleRun.plain(
                        "r" + number,
                        Instant.parse("2026-11-20T09:00:00Z")
                                .plusSeconds(number)
                                .toString())
                .command(command);
        for (int phase = 0; phase < phases; phase++) {
            run.phase("phase " + phase, factor == 1 ? phase : factor * random.nextDouble());
        }
        new SampleHome(home).add(run);
    }

    /** The requests with distribution points, after a look at all. */
    private List<Request> pushed() throws IOException {
        try (MetricService datadog = MetricService.answering((request, number) -> Reply.of(202, "{\"errors\":[]}"))) {
            ToolRun run = ToolRun.starting(
                    Map.of("PERF_AGENT_HOME", home.toString(), "DD_API_KEY", "k0123456789abcdef"),
                    null,
                    (command, aside) -> {
                        throw new IOException("nothing can be started here");
                    },
                    "export",
                    "--format",
                    "datadog",
                    "--push",
                    "--endpoint",
                    datadog.address());

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).startsWith("Sent " + RUNS + " runs to datadog at ");
            assertThat(datadog.requests()).allSatisfy(request -> {
                assertThat(request.bytes()).isLessThanOrEqualTo(MOST);
                assertThat(request.packedBytes()).isLessThanOrEqualTo(MOST_PACKED);
            });
            assertThat(datadog.bodies("/api/v2/series").stream()
                            .mapToInt(RequestSizesTest::runs)
                            .sum())
                    .isEqualTo(RUNS);
            return datadog.requests().stream()
                    .filter(request -> request.path().equals("/api/v1/distribution_points"))
                    .toList();
        }
    }

    /** By the metric that counts them. */
    private static int runs(String body) {
        return MAPPER.readTree(body)
                .path("series")
                .valueStream()
                .filter(series -> series.path("metric").asString().equals("perf_agent.command.runs"))
                .flatMap(series -> series.path("points").valueStream())
                .mapToInt(point -> point.path("value").asInt())
                .sum();
    }
}
