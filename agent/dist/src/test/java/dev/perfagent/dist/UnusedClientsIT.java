package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.example.FirstRequests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A client of the JDK is not loaded in a program that does not use it, and observed from the first request of one that does. */
final class UnusedClientsIT {
    private static final String HTTP_CLIENT = "jdk.internal.net.http.HttpClientImpl";
    private static final String CONNECTION = "sun.net.www.protocol.http.HttpURLConnection";
    private static final String SECURE_CONNECTION = "sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection";

    /** Sends another Connection header. */
    private static final String LATE_AGENT = """
        package late; import java.lang.instrument.*; import java.nio.charset.StandardCharsets;
        public class Agent implements ClassFileTransformer {
            public static void agentmain(String options, Instrumentation instrumentation) {
                instrumentation.addTransformer(new Agent(), true);
            }
            public byte[] transform(ClassLoader loader, String name, Class<?> redefined,
                    java.security.ProtectionDomain domain, byte[] bytes) {
                return "sun/net/www/protocol/http/HttpURLConnection".equals(name)
                        ? new String(bytes, StandardCharsets.ISO_8859_1).replace("keep-alive", "keep-alivf")
                                .getBytes(StandardCharsets.ISO_8859_1)
                        : null;
            } }""";

    @TempDir
    private Path folder;

    private QuickServer server;
    private Path classes = Path.of("");
    private Path jar = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        server = QuickServer.start();
        classes = folder.resolve("classes.txt");
        jar = Packed.classes(folder.resolve("requests.jar"), FirstRequests.class);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    /** Each alone on each JDK, several on the one that the tests run on. */
    static Stream<Arguments> ways() {
        Stream<Arguments> alone = Jdk.ownAndNewer().stream()
                .flatMap(jdk ->
                        Stream.of("send", "async", "connection", "secure").map(way -> Arguments.of(jdk, way)));
        Stream<Arguments> several =
                Stream.of("many", "connection send secure").map(ways -> Arguments.of(Jdk.own(), ways));
        return Stream.concat(alone, several);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theFirstRequestsOfARunThatHasStoppedWatchingAreRecorded(Jdk jdk, String ways) {
        PlanRuns.Measured seen = runs("seen").next(jdk, program(home("without"), ways.split(" ")));
        PlanRuns runs = runs("late");
        runs.next(jdk, program(home("without")));
        PlanRuns.Measured warm = runs.next(jdk, program(home("late"), ways.split(" ")));
        PlanRuns.Measured again = runs.next(jdk, program(home("late"), ways.split(" ")));

        assertThat(seen.plan()).isEqualTo("cold");
        assertThat(requests(seen)).containsKey(".http[0].requests");
        for (PlanRuns.Measured run : List.of(warm, again)) {
            assertThat(run.plan()).isEqualTo("warm");
            assertThat(run.onlyRecord().path("self").path("watched_ms").isNumber())
                    .isTrue();
            assertThat(run.onlyRecord().path("self").path("weave_ms").asDouble())
                    .isZero();
            assertThat(run.ended().out()).isEqualTo(seen.ended().out());
            assertThat(requests(run)).isEqualTo(requests(seen));
        }
        assertThat(runs.home().agentLog()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void whatAProgramHasNeverUsedIsNotLoaded(Jdk jdk) throws IOException {
        PlanRuns runs = runs("late");
        runs.next(jdk, program(home("without")));

        PlanRuns.Measured socket = runs.next(jdk, program(home("late"), "socket"));
        assertThat(socket.plan()).isEqualTo("warm");
        assertThat(ClassLog.loaded(classes)).doesNotContain(HTTP_CLIENT, CONNECTION, SECURE_CONNECTION);

        runs.next(jdk, program(home("late"), "send"));
        assertThat(ClassLog.loaded(classes)).contains(HTTP_CLIENT).doesNotContain(CONNECTION, SECURE_CONNECTION);

        runs.next(jdk, program(home("late"), "socket"));
        assertThat(ClassLog.loaded(classes)).contains(HTTP_CLIENT).doesNotContain(CONNECTION, SECURE_CONNECTION);

        runs.next(jdk, program(home("late"), "connection"));
        runs.next(jdk, program(home("late")));
        assertThat(ClassLog.loaded(classes)).contains(HTTP_CLIENT, CONNECTION, SECURE_CONNECTION);
        assertThat(runs.home().agentLog()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void whatAnAgentHasMadeOfAClientThatCameMeanwhileStays(Jdk jdk) throws Exception {
        Path agent = Packed.sources(
                folder.resolve("late.jar"),
                "",
                Map.of("Agent-Class", "late.Agent", "Can-Retransform-Classes", "true"),
                LATE_AGENT);
        Path may = Files.createDirectory(folder.resolve("may"));
        List<String> connections = new CopyOnWriteArrayList<>();
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            connections.add(exchange.getRequestHeaders().getFirst("Connection"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        try {
            PlanRuns runs = runs("late");
            runs.next(jdk, program(home("without")));
            Jvm.Started started = Jvm.on(jdk, folder.resolve("late"))
                    .agent(runs.option())
                    .program("-cp", jar.toString(), FirstRequests.class.getName(), may.toString())
                    .program("http://127.0.0.1:" + listener.getAddress().getPort(), "connection")
                    .start()
                    .awaitOutput("waits");
            Wait.until(() -> !runs.home().files("running").isEmpty(), () -> "the sampler has not begun");
            VirtualMachine machine =
                    VirtualMachine.attach(Long.toString(started.process().pid()));
            machine.loadAgent(agent.toString());
            machine.detach();
            Files.createFile(may.resolve("now"));

            assertThat(started.await().out()).contains("did connection");

            assertThat(connections).containsExactly("keep-alivf");
            List<JsonNode> records = runs.home().runs();
            assertThat(records.get(records.size() - 1)
                            .path("http")
                            .path(0)
                            .path("requests")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            listener.stop(0);
        }
    }

    private PlanRuns runs(String name) {
        return new PlanRuns(folder.resolve(name), jvm -> jvm);
    }

    /** The folder in which a file shows that the sampler has done its first work, and that the transformer has gone. */
    private Path home(String name) {
        return name.equals("without") ? folder : folder.resolve(name).resolve("home/running");
    }

    private UnaryOperator<Jvm> program(Path awaited, String... ways) {
        List<String> words = new ArrayList<>(List.of("-cp", jar.toString(), FirstRequests.class.getName()));
        words.add(awaited.toString());
        words.add(server.baseUrl());
        words.addAll(List.of(ways));
        return jvm -> jvm.jvm(ClassLog.to(classes)).program(words.toArray(String[]::new));
    }

    /** What the record says of requests, without times and without what is a matter of moments. */
    private static Map<String, JsonNode> requests(PlanRuns.Measured run) {
        Map<String, JsonNode> requests = new TreeMap<>(run.steady().get(0));
        requests.keySet()
                .removeIf(field -> !field.startsWith(".http") && !field.startsWith(".github_api")
                        || field.endsWith("early")
                        || field.endsWith("at_once"));
        return requests;
    }
}
