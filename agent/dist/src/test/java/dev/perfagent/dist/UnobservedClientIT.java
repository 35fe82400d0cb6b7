package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.OtherClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run without requests would look as if it had sent none. */
final class UnobservedClientIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String REASON = "requests of this client are not recorded";
    private static final List<String> CLIENTS =
            List.of("Apache HttpClient 4, DefaultHttpClient", "Apache HttpClient 5, minimal async", "AsyncHttpClient");

    @TempDir
    private Path folder;

    @Test
    void aClientThatIsLoadedAndNotRecordedIsNamedInTheLogAndByExplain() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended ended;
        try {
            ended = Jvm.on(Jdk.own(), folder)
                    .agent(home.option())
                    .main(
                            Jvm.TEST_CLASSES + File.pathSeparator + new ClientGroup(List.of(), List.of()).classPath(),
                            OtherClients.class.getName(),
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                    .run();
        } finally {
            server.stop(0);
        }
        String explained = ToolHere.run(home, "explain").out().replaceAll("\\s+", " ");

        assertThat(ended.out().lines()).as(ended.stderr()).containsExactly("204", "204", "sent");
        assertThat(asked).hasValue(2);
        assertThat(home.onlyRun().path("http").size()).isZero();
        assertThat(home.agentLog()).contains(REASON).contains(CLIENTS);
        assertThat(explained).contains(REASON).contains(CLIENTS);
    }
}
