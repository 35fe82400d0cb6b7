package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.SoftAssertions;
import org.example.Wasteful;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code optimize} promises is what one saves who does as it says: measured, changed, measured again. */
final class PromisedSavingsIT {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String BASE = "/api/v3";

    /** Promises are right by so many percent. */
    private static final int RIGHT = 30;

    /** So often each way is tried. */
    private static final int ROUNDS = 3;

    /** Three of the promises are times, which a busy machine makes longer before or after the change only. */
    private static final int ATTEMPTS = 3;

    private static final int ALL_ISSUES = 250;
    private static final long SLOW_MS = 10;
    private static final long MIRROR_MS = 20;

    @TempDir
    private Path folder;

    /**
     * A way to waste something and what is saved.
     *
     * @param way the class in {@link Wasteful}
     * @param promise the field of the advice
     * @param used what a run uses of it
     */
    private record Saved(String way, String cause, String promise, ToDoubleFunction<JsonNode> used) {}

    private static final List<Saved> ALL = List.of(
            new Saved("Repeated", "repeated_requests", "requests_per_run", PromisedSavingsIT::requests),
            new Saved("Pages", "small_pages", "requests_per_run", PromisedSavingsIT::requests),
            new Saved("NoCondition", "no_condition", "requests_per_run", PromisedSavingsIT::points),
            new Saved("NoToken", "charged_condition", "requests_per_run", PromisedSavingsIT::points),
            new Saved("Singles", "single_gets", "requests_per_run", PromisedSavingsIT::requests),
            new Saved("Futile", "futile_retries", "requests_per_run", PromisedSavingsIT::requests),
            new Saved("Missing", "missing_again", "requests_per_run", PromisedSavingsIT::requests),
            new Saved("Moved", "moved_again", "requests_per_run", PromisedSavingsIT::requests),
            new Saved("User", "user_asked", "requests_per_run", PromisedSavingsIT::requests),
            new Saved("RateLimit", "rate_limit_asked", "ms_per_run", run -> run.path("http")
                    .path(0)
                    .path("ms")
                    .asDouble()),
            new Saved("SmallCache", "evictions", "ms_per_run", run -> run.path("caches")
                    .path(0)
                    .path("load_ms")
                    .asDouble()),
            new Saved("OneByOne", "sequential_calls", "ms_per_run", run -> run.path("duration")
                    .path("total_ms")
                    .asDouble()),
            new Saved("Polling", "polling", "requests_per_run", PromisedSavingsIT::requests));

    @Test
    void advisedSavingsAreRightWithinThirtyPercent() throws IOException {
        assertThat(Wasteful.ways()).hasSameSizeAs(ALL);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        server.createContext(BASE, PromisedSavingsIT::answer);
        server.createContext("/mirror", PromisedSavingsIT::answerSlowly);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort() + BASE;
            List<AssertionError> wrong = measured(base, 1);
            for (int attempt = 2; attempt <= ATTEMPTS && !wrong.isEmpty(); attempt++) {
                wrong = measured(base, attempt);
            }
            assertThat(wrong).isEmpty();
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    /** The promises that were not right. */
    private List<AssertionError> measured(String base, int attempt) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home" + attempt));
        Path rules = TestConfig.rules(folder.resolve("rules"), rules());
        end(start(home, rules, base, "1")); // the runs of a process that weaves are left out
        Jvm.Started polling = start(home, rules, base, String.valueOf(ROUNDS), "polls");
        end(start(home, rules, base, String.valueOf(ROUNDS)));
        end(polling);
        JsonNode advice = optimized(home);
        SoftAssertions softly = new SoftAssertions();
        for (Saved saved : ALL) {
            double promised = promised(advice, saved);
            double kept = usual(home, saved, "before") - usual(home, saved, "after");
            softly.assertThat(promised).as(saved.way() + " " + advice).isPositive();
            softly.assertThat(promised).as(saved.way()).isCloseTo(kept, withinPercentage(RIGHT));
        }
        return softly.assertionErrorsCollected();
    }

    private Jvm.Started start(AgentHome home, Path rules, String... arguments) throws IOException {
        return Jvm.on(Jdk.own(), folder)
                .agent(home.option(), "quiet=true", "config=" + rules)
                .main(Jvm.TEST_CLASSES + File.pathSeparator + caffeine(), Wasteful.class.getName(), arguments)
                .start();
    }

    private static void end(Jvm.Started started) {
        Jvm.Ended ended = started.await();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
    }

    private static double requests(JsonNode run) {
        return run.path("github_api").path("requests_made").asDouble();
    }

    private static double points(JsonNode run) {
        return run.path("github_api").path("rate_limit_consumed").asDouble();
    }

    private static String rules() {
        StringBuilder rules = new StringBuilder("application: { name: wasteful }\ncommands:\n");
        for (Saved saved : ALL) {
            for (String method : List.of("before", "after")) {
                rules.append("  - { class: org.example.Wasteful.")
                        .append(saved.way())
                        .append(", method: ")
                        .append(method)
                        .append(", name: ")
                        .append(saved.way())
                        .append(' ')
                        .append(method)
                        .append(" }\n");
            }
        }
        return rules.toString();
    }

    private JsonNode optimized(AgentHome home) {
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .environment("PERF_AGENT_HOME", home.folder().toString())
                .jar(Jvm.AGENT, "optimize", "--format", "json")
                .run();
        return JsonMapper.shared().readTree(ended.out()).path("advice");
    }

    private static double promised(JsonNode advice, Saved saved) {
        double promised = 0;
        for (JsonNode piece : advice) {
            if (piece.path("command").asString().equals(saved.way() + " before")
                    && piece.path("cause").asString().equals(saved.cause())) {
                promised += piece.path(saved.promise()).asDouble();
            }
        }
        return promised;
    }

    /** The median: what is done for the first time loads classes, and a busy machine may hold one run up. */
    private static double usual(AgentHome home, Saved saved, String method) {
        double[] used = home.runs().stream()
                .filter(run -> run.path("self").path("plan").asString().equals("warm"))
                .filter(run -> run.path("command").asString().equals(saved.way() + " " + method))
                .mapToDouble(saved.used())
                .sorted()
                .toArray();
        assertThat(used).as(saved.way()).hasSizeGreaterThanOrEqualTo(ROUNDS);
        return used[used.length / 2];
    }

    private static Path caffeine() {
        try {
            return Path.of(Class.forName("com.github.benmanes.caffeine.cache.Caffeine")
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        boolean isKnown = exchange.getRequestHeaders().containsKey("Authorization");
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-GitHub-Request-Id", "1");
        headers.set("X-RateLimit-Limit", isKnown ? "5000" : "60");
        headers.set("X-RateLimit-Remaining", "50");
        headers.set("X-RateLimit-Resource", "core");
        int status = path.endsWith("/none") ? 404 : path.endsWith("/labels") ? 422 : 200;
        if (path.endsWith("/issues")) {
            link(exchange.getRequestURI().getQuery(), headers);
        } else if (path.endsWith("/tagged")) {
            headers.set("ETag", "\"1\"");
            status = exchange.getRequestHeaders().containsKey("If-None-Match") ? 304 : 200;
        } else if (path.endsWith("/old")) {
            headers.set("Location", BASE + "/repos/o/plain");
            status = 301;
        } else if (path.endsWith("/rate_limit")) {
            slow(SLOW_MS);
        }
        byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, status == 304 ? -1 : bytes.length);
        if (status != 304) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void link(String query, Headers headers) {
        String[] words = query.replaceAll("[a-z_=]", "").split("&", -1);
        int size = Integer.parseInt(words[0]);
        int page = words.length == 1 ? ALL_ISSUES : Integer.parseInt(words[1]);
        if (page * size < ALL_ISSUES) {
            headers.set("Link", "<http://127.0.0.1/?page=" + (page + 1) + ">; rel=\"next\"");
        }
    }

    private static void answerSlowly(HttpExchange exchange) throws IOException {
        slow(MIRROR_MS);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static void slow(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
