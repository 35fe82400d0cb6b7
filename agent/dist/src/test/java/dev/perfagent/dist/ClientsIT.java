package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.example.client.ApacheAsync;
import org.example.client.ApacheClassic;
import org.example.client.ApacheFour;
import org.example.client.ApacheMinimal;
import org.example.client.Calls;
import org.example.client.JdkSend;
import org.example.client.JdkSendAsync;
import org.example.client.OkHttpEnqueue;
import org.example.client.OkHttpExecute;
import org.example.client.UrlConnection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The contract of HTTP clients: each client, in each version, carries out the same cases against a real server, and the record
 * says what the server saw. What was seen of each is the table in docs/covered.md, which this test holds to the truth.
 */
final class ClientsIT {
    private static final Path TABLE = Path.of("../../docs/covered.md");

    /** One JVM each. */
    private static final List<ClientGroup> GROUPS = List.of(
            new ClientGroup(
                    List.of(),
                    List.of(
                            new ClientRow("java.net.http", ClientRow.JDK, "send", JdkSend.class),
                            new ClientRow("java.net.http", ClientRow.JDK, "sendAsync", JdkSendAsync.class),
                            new ClientRow("HttpURLConnection", ClientRow.JDK, "", UrlConnection.class),
                            new ClientRow("OkHttp", "okhttp", "execute", OkHttpExecute.class),
                            new ClientRow("OkHttp", "okhttp", "enqueue", OkHttpEnqueue.class),
                            new ClientRow("Apache HttpClient", "httpclient5", "classic", ApacheClassic.class),
                            new ClientRow("Apache HttpClient", "httpclient5", "classic, minimal", ApacheMinimal.class),
                            new ClientRow("Apache HttpClient", "httpclient5", "async", ApacheAsync.class),
                            new ClientRow("Apache HttpClient", "httpclient", "", ApacheFour.class))),
            new ClientGroup(
                    List.of("okhttp-3", "httpclient5-5.1", "httpclient-4.3"),
                    List.of(
                            new ClientRow("OkHttp", "okhttp", "execute", OkHttpExecute.class),
                            new ClientRow("OkHttp", "okhttp", "enqueue", OkHttpEnqueue.class),
                            new ClientRow("Apache HttpClient", "httpclient5", "classic", ApacheClassic.class),
                            new ClientRow("Apache HttpClient", "httpclient5", "classic, minimal", ApacheMinimal.class),
                            new ClientRow("Apache HttpClient", "httpclient5", "async", ApacheAsync.class),
                            new ClientRow("Apache HttpClient", "httpclient", "", ApacheFour.class))),
            new ClientGroup(
                    List.of("okhttp-5"),
                    List.of(
                            new ClientRow("OkHttp", "okhttp-jvm", "execute", OkHttpExecute.class),
                            new ClientRow("OkHttp", "okhttp-jvm", "enqueue", OkHttpEnqueue.class))));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void whatIsRecordedOfEachClientIsWhatTheTableSays(Jdk jdk) throws IOException {
        CoveredTable found = new CoveredTable();
        for (ClientGroup group : GROUPS) {
            carryOut(jdk, group, found);
        }

        if (Boolean.getBoolean("covered.write")) {
            Files.writeString(TABLE, found.in(Files.readString(TABLE)));
        }
        assertThat(CoveredTable.of(Files.readString(TABLE)))
                .as("docs/covered.md; write it anew by -Dcovered.write=true")
                .isEqualTo(found.toString());
    }

    private void carryOut(Jdk jdk, ClientGroup group, CoveredTable found) throws IOException {
        AgentHome home = new AgentHome(Files.createTempDirectory(folder, "home"));
        try (ContractServer server = new ContractServer()) {
            List<String> arguments = new ArrayList<>(List.of(server.address(), ContractServer.nobody()));
            group.rows().forEach(row -> arguments.add(row.program()));
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .agent(home.option())
                    .jvm("-XX:TieredStopAtLevel=1", "-Dcalls.trace=" + Boolean.getBoolean("calls.trace"))
                    .main(
                            Jvm.TEST_CLASSES + File.pathSeparator + group.classPath(),
                            Calls.class.getName(),
                            arguments.toArray(new String[0]))
                    .run();

            assertThat(ended.out().lines()).as(ended.stderr()).containsExactlyElementsOf(group.answers());
            assertThat(home.agentLog()).isEmpty();
            JsonNode run = home.onlyRun();
            for (ClientRow row : group.rows()) {
                found.add(row, group.version(row), new ClientFindings(row, run, server));
            }
            assertThat(Json.with(run.path("http"), "host", "127.0.0.1")
                            .path("requests")
                            .asLong())
                    .as("all requests of the run are those of its clients")
                    .isEqualTo(requests(run));
        }
    }

    private static long requests(JsonNode run) {
        return run.path("github_api").path("requests_made").asLong();
    }
}
