package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The numbers in the sample's record are those that its own server and its own cache counted. */
class GhpmRecord {
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void saysWhatWasRun(GhpmCase of) {
        JsonNode run = GhpmRun.of(of).record();

        assertThat(run.path("schema").asInt()).isEqualTo(1);
        assertThat(run.path("application").asString()).isEqualTo("ghpm");
        assertThat(run.path("application_version").asString()).isEqualTo("2.0.0");
        assertThat(run.path("command").asString()).isEqualTo(of.command());
        assertThat(Json.texts(run.path("options"))).containsExactly("--demo", "--scenario", "--demo-log");
        assertThat(run.path("outcome").asString()).isEqualTo(of.isExhausted() ? "error" : "success");
        assertThat(run.path("exit_code").asInt()).isEqualTo(of.isExhausted() ? 1 : 0);
        boolean hasTasks = !of.command().equals(GhpmCase.SETUP) && !of.isExhausted();
        assertThat(run.path("context").path("task_count").asInt()).isEqualTo(hasTasks ? 87 : 0);
        assertThat(run.path("environment").path("jdk").asString())
                .startsWith(Integer.toString(of.jdk().feature()));
        assertThat(run.path("environment").path("cores").asInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(run.path("self").path("plan").asString())
                .isEqualTo(GhpmRun.of(of).plan());
        assertThat(run.path("self").path("hook_calls").asLong())
                .isGreaterThan(GhpmRun.of(of).log().requests().size());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void requestsAreThoseThatTheServerAnswered(GhpmCase of) {
        ServerLog log = GhpmRun.of(of).log();
        JsonNode run = GhpmRun.of(of).record();
        JsonNode api = run.path("github_api");

        assertThat(log.requests()).hasSize((int) log.remarked("requests"));
        assertThat(api.path("requests_made").asLong()).isEqualTo(log.requests().size());
        assertThat(api.path("errors").asLong()).isEqualTo(log.errors());
        assertThat(api.path("conditional_hits").asLong()).isEqualTo(log.status(304));
        assertThat(api.path("authenticated").asBoolean()).isTrue();

        Map<String, ServerLog> byEndpoint = log.byEndpoint();
        assertThat(Json.texts(api.path("endpoints"), "endpoint")).containsExactlyElementsOf(byEndpoint.keySet());
        byEndpoint.forEach((endpoint, asked) -> {
            JsonNode stated = Json.with(api.path("endpoints"), "endpoint", endpoint);
            assertThat(stated.path("count").asLong())
                    .as(endpoint)
                    .isEqualTo(asked.requests().size());
            assertThat(Json.statuses(stated.path("status"))).as(endpoint).isEqualTo(asked.statuses());
            assertThat(stated.path("bytes").asLong()).as(endpoint).isEqualTo(asked.bytes());
            assertThat(stated.path("repeated").asLong()).as(endpoint).isEqualTo(asked.repeated());
            assertThat(stated.path("max_ms").asDouble())
                    .as(endpoint)
                    .isPositive()
                    .isLessThanOrEqualTo(stated.path("ms").asDouble());
        });

        assertThat(Json.texts(run.path("http"), "host")).containsExactly("127.0.0.1");
        JsonNode host = run.path("http").path(0);
        assertThat(host.path("requests").asLong()).isEqualTo(log.requests().size());
        assertThat(host.path("errors").asLong()).isEqualTo(log.errors());
        assertThat(host.path("bytes").asLong()).isEqualTo(log.bytes());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void theRateLimitIsWhereTheServerLeftIt(GhpmCase of) {
        ServerLog log = GhpmRun.of(of).log();
        JsonNode api = GhpmRun.of(of).record().path("github_api");
        JsonNode core = api.path("resources").path("core");

        // What the server turned away with 403 or 429 it did not charge.
        long consumed = (long) of.remainingBefore() - log.remaining();
        assertThat(core.path("limit").asLong()).isEqualTo(5000);
        assertThat(core.path("remaining").asLong()).isEqualTo(log.remaining());
        assertThat(core.path("used").asLong()).isEqualTo(5000 - log.remaining());
        assertThat(api.path("rate_limit_limit").asLong()).isEqualTo(5000);
        assertThat(api.path("rate_limit_remaining").asLong()).isEqualTo(log.remaining());
        assertThat(Instant.parse(api.path("rate_limit_reset").asString()))
                .isBetween(GhpmRun.of(of).before(), GhpmRun.of(of).after().plusSeconds(3600));
        assertThat(core.path("consumed").asLong()).as("consumed").isEqualTo(consumed);
        assertThat(api.path("rate_limit_consumed").asLong()).isEqualTo(consumed);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void operationsHoldTheRequestsThatTheySent(GhpmCase of) {
        ServerLog log = GhpmRun.of(of).log();
        JsonNode operations = GhpmRun.of(of).record().path("github_api").path("operations");
        String repository = "/repos/{owner}/{repo}";
        Map<String, Long> sent = Map.of(
                "issue_fetch",
                log.count("GET " + repository + "/issues"),
                "label_fetch",
                log.count("GET " + repository + "/labels"),
                "user_fetch",
                log.count("GET /users/{username}"),
                "issue_update",
                log.count("POST " + repository + "/issues/{issue_number}/labels")
                        + log.count("PATCH " + repository + "/issues/{issue_number}"),
                "label_create",
                log.count("POST " + repository + "/labels"),
                // What no rule names has the name of hub4j's method.
                "GitHubBuilder.build",
                log.count("GET /user"),
                "GitHub.getOrganization",
                log.count("GET /orgs/{org}"),
                "list of GHRepository",
                log.count("GET /orgs/{org}/repos"));

        sent.forEach((name, requests) -> {
            if (requests > 0) {
                JsonNode stated = Json.with(operations, "name", name);
                assertThat(stated.path("requests").asLong()).as(name).isEqualTo(requests);
                assertThat(stated.path("count").asLong()).as(name).isBetween(1L, requests);
                assertThat(stated.path("max_ms").asDouble())
                        .as(name)
                        .isLessThanOrEqualTo(stated.path("ms").asDouble());
            }
        });
        operations.forEach(
                operation -> assertThat(sent).containsKey(operation.path("name").asString()));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void theCacheIsWhatTheSampleCounted(GhpmCase of) {
        ServerLog log = GhpmRun.of(of).log();
        JsonNode caches = GhpmRun.of(of).record().path("caches");
        if (of.command().equals(GhpmCase.SETUP) || of.isExhausted()) {
            assertThat(caches.size()).isZero();
            return;
        }
        assertThat(caches.size()).isEqualTo(1);
        JsonNode cache = caches.path(0);
        long hits = log.remarked("hits");
        long misses = log.remarked("misses");
        assertThat(cache.path("name").asString()).isEqualTo("FieldDefinitions");
        assertThat(cache.path("kind").asString()).isEqualTo("caffeine");
        assertThat(cache.path("hits").asLong()).isEqualTo(hits);
        assertThat(cache.path("misses").asLong()).isEqualTo(misses);
        assertThat(cache.path("hit_rate").asDouble()).isCloseTo((double) hits / (hits + misses), within(0.001));
        assertThat(cache.path("loads").asLong()).isEqualTo(misses);
        if (of.scenario().equals(GhpmCase.POOR_CACHE)) {
            assertThat(cache.path("evictions").asLong()).isBetween(1L, misses);
        } else {
            assertThat(cache.path("evictions").asLong()).isZero();
        }
        // Nobody holds it any more in the end, so it may be gone already.
        if (!cache.path("size").isNull() && !of.scenario().equals(GhpmCase.POOR_CACHE)) {
            assertThat(cache.path("size").asLong()).isEqualTo(misses);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void timesAddUp(GhpmCase of) {
        GhpmRun ghpm = GhpmRun.of(of);
        JsonNode run = ghpm.record();
        JsonNode duration = run.path("duration");
        double totalMs = duration.path("total_ms").asDouble();
        double processMs = duration.path("process_ms").asDouble();

        Instant start = Instant.parse(run.path("timestamp").asString());
        Instant end = Instant.parse(run.path("end_timestamp").asString());
        assertThat(start).isBetween(ghpm.before(), end);
        assertThat(end).isBefore(ghpm.after());
        assertThat((double) java.time.Duration.between(start, end).toMillis()).isCloseTo(totalMs, within(50.0));
        assertThat(totalMs).isPositive().isLessThan(processMs);
        assertThat(processMs).isLessThan(ghpm.wallMs());
        double startMs = duration.path("jvm_startup_ms").asDouble();
        double mainMs = duration.path("until_main_ms").asDouble();
        assertThat(startMs).isBetween(0.0, processMs - totalMs);
        assertThat(mainMs).isGreaterThan(startMs);
        assertThat(duration.path("until_command_ms").asDouble()).isBetween(mainMs, processMs - totalMs);

        List<String> phases = duration.path("phases").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        assertThat(phases).isEqualTo(of.phases());
        double ofPhases = 0;
        for (JsonNode phase : duration.path("phases")) {
            assertThat(phase.path("count").asInt()).isEqualTo(1);
            assertThat(phase.path("ms").asDouble()).isPositive().isLessThan(totalMs);
            // None of them is entered within another.
            assertThat(phase.path("self_ms").asDouble())
                    .isEqualTo(phase.path("ms").asDouble());
            assertThat(phase.path("parallelism").asDouble()).isEqualTo(1.0);
            ofPhases += phase.path("self_ms").asDouble();
        }
        // Outside of the phases: reading the command line, loading and weaving the classes of the next phase, and
        // closing the
        // demo server; a tenth here. A busy machine slows all of it down alike, so a third is room enough.
        assertThat(ofPhases).isBetween(totalMs * 2 / 3, totalMs);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void resourcesAreThoseOfARealRun(GhpmCase of) {
        GhpmRun ghpm = GhpmRun.of(of);
        JsonNode usage = ghpm.record().path("resource_usage");

        double peak = usage.path("peak_memory_mb").asDouble();
        double average = usage.path("average_memory_mb").asDouble();
        assertThat(average).isPositive();
        assertThat(peak).isGreaterThanOrEqualTo(average);
        assertThat(usage.path("peak_rss_mb").asDouble()).isGreaterThan(peak);
        if (of.alerts().contains("memory_usage_high")) {
            double index = ghpm.log().remarked("bytes") / 1048576.0;
            assertThat(peak).isGreaterThan(index);
        }
        assertThat(usage.path("cpu_time_ms").asDouble())
                .isPositive()
                .isLessThan(ghpm.wallMs() * Runtime.getRuntime().availableProcessors());
        assertThat(usage.path("gc_count").isIntegralNumber()).isTrue();
        assertThat(usage.path("gc_count").asLong()).isNotNegative();
        assertThat(usage.path("gc_ms").asDouble()).isNotNegative();
        assertThat(usage.path("io_operations").asLong()).isPositive();
        // The sample's own classes, the HTTP client's and picocli's among them.
        assertThat(usage.path("classes_loaded").asLong()).isGreaterThan(1000);
        assertThat(usage.path("classes_shared").asLong())
                .isBetween(100L, usage.path("classes_loaded").asLong());
        assertThat(usage.path("jit_ms").asDouble()).isPositive();
        assertThat(usage.path("threads_peak").asLong()).isGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void whatIsNotKnownIsNull(GhpmCase of) {
        JsonNode run = GhpmRun.of(of).record();

        for (String unknown : List.of("cache_hits", "cache_misses")) {
            assertThat(run.path("github_api").path(unknown).isNull())
                    .as(unknown)
                    .isTrue();
        }
        assertThat(run.path("environment").path("traceparent").isNull()).isTrue();
    }

    /** The scenario refuses two requests, and asks for a second each time. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void whatTheClientWaitedForRateLimitsIsLost(GhpmCase of) {
        JsonNode api = GhpmRun.of(of).record().path("github_api");
        boolean refused = of.scenario().equals(GhpmCase.RATE_LIMITED);

        assertThat(api.path("retries").asLong()).isEqualTo(refused ? 2 : 0);
        assertThat(api.path("throttled_ms").asDouble()).isBetween(refused ? 2000.0 : 0.0, refused ? 4000.0 : 0.0);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void noProgramIsStarted(GhpmCase of) {
        JsonNode processes = GhpmRun.of(of).record().path("processes");

        assertThat(processes.isArray()).isTrue();
        assertThat(processes.isEmpty()).isTrue();
    }

    /** Both can be read from half a second on; CPU time also of earlier phases, if their entries are long enough. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void laterPhasesKnowWhatTheyAllocatedAndTheirCpuTime(GhpmCase of) {
        JsonNode run = GhpmRun.of(of).record();
        int known = 0;

        for (JsonNode phase : run.path("duration").path("phases")) {
            if (!phase.path("allocated_bytes").isNull()) {
                known++;
                assertThat(phase.path("allocated_bytes").asLong()).isNotNegative();
                assertThat(phase.path("cpu_ms").isNull()).isFalse();
            }
            if (!phase.path("cpu_ms").isNull()) {
                assertThat(phase.path("cpu_ms").asDouble())
                        .isBetween(0.0, phase.path("ms").asDouble() + 20); // a clock of another granularity
            }
        }
        if (run.path("duration").path("total_ms").asDouble() > 3000) {
            assertThat(known).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void noTimeIsLessThanTheServerHeldItBack(GhpmCase of) {
        if (!of.scenario().equals(GhpmCase.SLOW)) {
            return;
        }
        ServerLog log = GhpmRun.of(of).log();
        JsonNode run = GhpmRun.of(of).record();

        JsonNode phases = run.path("duration").path("phases");
        assertThat(run.path("duration").path("total_ms").asDouble())
                .isGreaterThan(log.requests().size() * GhpmCase.LATENCY_MS);
        assertThat(run.path("http").path(0).path("ms").asDouble())
                .isGreaterThan(log.requests().size() * GhpmCase.LATENCY_MS);
        assertThat(phases.path("authentication").path("ms").asDouble())
                .isGreaterThan(log.count("GET /user") * GhpmCase.LATENCY_MS);
        for (JsonNode endpoint : run.path("github_api").path("endpoints")) {
            assertThat(endpoint.path("ms").asDouble())
                    .as(endpoint.path("endpoint").asString())
                    .isGreaterThan(endpoint.path("count").asInt() * GhpmCase.LATENCY_MS);
        }
        for (JsonNode operation : run.path("github_api").path("operations")) {
            assertThat(operation.path("ms").asDouble())
                    .as(operation.path("name").asString())
                    .isGreaterThan(operation.path("requests").asInt() * GhpmCase.LATENCY_MS);
        }
    }
}
