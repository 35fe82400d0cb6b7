package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.example.ProjectReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Feign and Retrofit, which send by another client, at the sample's server: what is recorded is what the server counted. */
final class TypedClientsIT {
    private static final int LIMIT = 5000;

    /** Feign by two clients, and Retrofit. */
    private static final int CLIENTS = 3;

    private static final String ISSUES = "GET /repos/{owner}/{repo}/issues";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void whatIsRecordedIsWhatTheServerCounted(Jdk jdk) throws IOException {
        try (RunningServer server =
                RunningServer.start(folder.resolve("server"), "--throttle-429", "2", "--retry-after", "0")) {
            AgentHome home = new AgentHome(folder.resolve("home"));
            String classPath =
                    Jvm.TEST_CLASSES + File.pathSeparator + new ClientGroup(List.of(), List.of()).classPath();
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .agent(home.option(), "quiet=true")
                    .main(classPath, ProjectReader.class.getName(), server.baseUrl())
                    .run();

            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
            assertThat(ended.out().lines())
                    .as(ended.stderr())
                    .hasSize(CLIENTS)
                    .allMatch(line -> line.endsWith(" 200 200 200 304 404 201"));
            assertThat(home.agentLog()).isEmpty();
            assertAgreed(server.log(), home.onlyRun());
        }
    }

    private static void assertAgreed(ServerLog log, JsonNode run) {
        JsonNode api = run.path("github_api");
        assertThat(api.path("requests_made").asLong()).isEqualTo(log.requests().size());
        assertThat(run.path("http").path(0).path("requests").asLong())
                .as("each once, by whichever client")
                .isEqualTo(log.requests().size());
        assertThat(run.path("http").path(0).path("bytes").asLong()).isEqualTo(log.bytes());
        assertThat(api.path("errors").asLong()).isEqualTo(log.errors()).isEqualTo(CLIENTS + 1);
        assertThat(api.path("conditional_hits").asLong())
                .isEqualTo(log.status(304))
                .isEqualTo(CLIENTS);
        assertThat(api.path("conditional_hits_free").asLong()).isEqualTo(CLIENTS);
        assertThat(api.path("rate_limit_remaining").asLong()).isEqualTo(log.remaining());
        assertThat(api.path("rate_limit_consumed").asLong()).isEqualTo(LIMIT - log.remaining());
        assertThat(api.path("secondary_limits").asLong()).isEqualTo(1);
        assertThat(api.path("retries").asLong()).isEqualTo(1);
        assertThat(api.path("authenticated").asBoolean()).isTrue();

        Map<String, ServerLog> byEndpoint = log.byEndpoint();
        assertThat(byEndpoint).containsKey(ISSUES);
        assertThat(Json.texts(api.path("endpoints"), "endpoint"))
                .containsExactlyInAnyOrderElementsOf(byEndpoint.keySet());
        byEndpoint.forEach((endpoint, asked) -> {
            JsonNode stated = Json.with(api.path("endpoints"), "endpoint", endpoint);
            assertThat(Json.statuses(stated.path("status"))).as(endpoint).isEqualTo(asked.statuses());
            assertThat(stated.path("bytes").asLong()).as(endpoint).isEqualTo(asked.bytes());
            assertThat(stated.path("repeated").asLong()).as(endpoint).isEqualTo(asked.repeated());
        });
    }
}
