package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.ApacheHttpCalls;
import org.example.HttpCaches;
import org.example.OkHttpCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What clients answer from their own HTTP caches, without a request, is recorded beside what they send. */
final class HttpCachesIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String BODY = "{}";
    private static final String ETAG = "\"1\"";

    /** OkHttp, Apache HttpClient 4, and 5 with both of its APIs. */
    private static final int CACHES = 4;

    private static final int SENT_WITHOUT_CACHE = 6;

    @TempDir
    private Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger unmodified = new AtomicInteger();

    @Test
    void hitsAndMissesOfHttpCachesAreCounted() throws IOException {
        count(Jdk.own(), "");
    }

    /** Folders with jars of other versions, which come before those of the tests. */
    @Test
    void soTheyAreInTheLowestVersions() throws IOException {
        count(Jdk.own(), others("okhttp-3", "httpclient-4.3", "httpclient5-5.1"));
    }

    @Test
    void soTheyAreInTheNewestVersionsAndOnTheNewestJdk() throws IOException {
        count(Jdk.newest(), others("okhttp-5"));
    }

    private static String others(String... folders) {
        StringBuilder jars = new StringBuilder();
        for (String each : folders) {
            jars.append(ClientGroup.VERSIONS.resolve(each)).append("/*").append(File.pathSeparatorChar);
        }
        return jars.toString();
    }

    private void count(Jdk jdk, String otherVersions) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            AgentHome home = new AgentHome(folder.resolve("home"));
            Jvm.Ended ended = Jvm.on(jdk, folder)
                    .agent(home.option(), "quiet=true")
                    .main(
                            otherVersions + classPath(),
                            HttpCaches.class.getName(),
                            folder.toString(),
                            base + "/api/v3/fresh",
                            base + "/api/v3/etag",
                            base + "/api/v3/never",
                            base + "/fresh",
                            base + "/etag",
                            base + "/never")
                    .run();
            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
            assertThat(home.agentLog()).isEmpty();
            JsonNode run = home.onlyRun();

            // Each cache is asked for three addresses twice, and one answer may be kept. The client without a cache
            // sends all.
            JsonNode api = run.path("github_api");
            int sent = requests.get() / 2;
            assertThat(api.path("requests_made").asInt()).isEqualTo(sent);
            assertThat(api.path("cache_hits").asInt()).isEqualTo(CACHES);
            assertThat(api.path("conditional_hits").asInt())
                    .isEqualTo(unmodified.get() / 2)
                    .isPositive();
            int misses = sent - unmodified.get() / 2 - SENT_WITHOUT_CACHE;
            assertThat(api.path("cache_misses").asInt()).isEqualTo(misses);
            assertThat(run.path("http").path(0).path("requests").asInt()).isEqualTo(2 * sent);
            Map<String, String> caches = new TreeMap<>();
            for (JsonNode cache : run.path("caches")) {
                caches.put(
                        cache.path("name").asString() + " " + cache.path("kind").asString(),
                        cache.path("hits") + " " + cache.path("misses"));
            }
            assertThat(caches)
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("HTTP cache okhttp", "1 4", "HTTP cache-2 apache-httpclient", "3 " + (misses - 4)));
        } finally {
            server.stop(0);
        }
    }

    private static String classPath() {
        StringBuilder path =
                new StringBuilder(Jvm.TEST_CLASSES + OkHttpCalls.libraries() + ApacheHttpCalls.libraries());
        for (String type : new String[] {
            "org.apache.http.impl.client.cache.CachingExec",
            "org.apache.http.impl.client.HttpClientBuilder",
            "org.apache.http.HttpHost",
            "org.apache.commons.logging.Log",
            "org.apache.commons.codec.binary.Base64",
            "org.apache.hc.client5.http.cache.HttpCacheContext"
        }) {
            path.append(File.pathSeparatorChar).append(place(type));
        }
        return path.toString();
    }

    private static Path place(String type) {
        try {
            return Path.of(Class.forName(type)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        String kept = path.endsWith("fresh") ? "max-age=60" : path.endsWith("etag") ? "max-age=0" : "no-store";
        exchange.getResponseHeaders().set("Cache-Control", kept);
        if (path.startsWith("/api/")) {
            exchange.getResponseHeaders().set("X-GitHub-Request-Id", "1");
        }
        exchange.getResponseHeaders()
                .set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        if (path.endsWith("etag")) {
            exchange.getResponseHeaders().set("ETag", ETAG);
        }
        if (ETAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unmodified.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] bytes = BODY.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
