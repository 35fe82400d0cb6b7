package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.example.client.OneByEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** HTTP clients that come out of an AOT cache, which has them linked before any agent begins, are observed as others are. */
final class CachedClientsIT {
    private static final List<String> CLIENTS = List.of(
            "JdkSend",
            "JdkSendAsync",
            "UrlConnection",
            "OkHttpExecute",
            "OkHttpEnqueue",
            "ApacheClassic",
            "ApacheAsync",
            "ApacheFour",
            "JettyCalls",
            "ReactorNetty");

    private static final List<String> SHARED =
            List.of("jdk.internal.net.http.HttpClientImpl", "okhttp3.OkHttpClient", "org.apache.http.HttpHost");

    @TempDir
    private Path folder;

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dev.perfagent.dist.Jdk#withAotCache")
    void aRequestByEachIsRecorded(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        String classPath =
                packed() + File.pathSeparator + new ClientGroup(List.of("okhttp-5", "jetty-12"), List.of()).classPath();
        Path withAgent = folder.resolve("with.aot");
        Path without = folder.resolve("without.aot");
        try (QuickServer server = QuickServer.start()) {
            List<String> arguments = new ArrayList<>(List.of(server.baseUrl() + "/api/v3/user"));
            arguments.addAll(CLIENTS);
            String[] given = arguments.toArray(new String[0]);
            run(Jvm.on(jdk, folder).agent(home.option()), classPath, given);
            run(
                    Jvm.on(jdk, folder)
                            .environment("PERF_AGENT_TRAINING", "true")
                            .agent(home.option())
                            .jvm("--add-modules=java.instrument", "-XX:AOTCacheOutput=" + withAgent),
                    classPath,
                    given);
            run(
                    Jvm.on(jdk, folder).jvm("--add-modules=java.instrument", "-XX:AOTCacheOutput=" + without),
                    classPath,
                    given);
            for (Path cache : List.of(withAgent, without)) {
                Path loaded = folder.resolve("loaded.txt");
                run(
                        Jvm.on(jdk, folder)
                                .jvm("--add-modules=java.instrument", "-XX:AOTCache=" + cache)
                                .jvm("-Xlog:class+load:file=" + loaded)
                                .agent(home.option()),
                        classPath,
                        given);
                String log = Files.readString(loaded);
                assertThat(SHARED)
                        .as(cache.toString())
                        .anyMatch(name -> log.contains(name + " source: shared objects"));
            }
        }

        assertThat(home.runs()).hasSize(3).allSatisfy(run -> {
            JsonNode api = run.path("github_api");
            assertThat(api.path("requests_made").asInt()).isEqualTo(CLIENTS.size());
            assertThat(Json.statuses(api.path("endpoints").path(0).path("status")))
                    .containsOnly(Map.entry(200, (long) CLIENTS.size()));
        });
        assertThat(home.agentLog()).isEmpty();
    }

    /** The program with all its clients: only jars get into a cache. */
    private Path packed() throws IOException {
        Map<String, Path> entries = new TreeMap<>();
        try (Stream<Path> classes = Files.list(Jvm.TEST_CLASSES.resolve("org/example/client"))) {
            classes.forEach(file -> entries.put("org/example/client/" + file.getFileName(), file));
        }
        return Packed.pack(folder.resolve("clients.jar"), Map.of(), entries);
    }

    private static void run(Jvm jvm, String classPath, String... arguments) {
        Jvm.Ended ended =
                jvm.main(classPath, OneByEach.class.getName(), arguments).run();

        assertThat(ended.exitCode()).as(ended.out() + ended.stderr()).isZero();
        for (String client : CLIENTS) {
            assertThat(ended.out().lines()).contains(client + " 200");
        }
    }
}
