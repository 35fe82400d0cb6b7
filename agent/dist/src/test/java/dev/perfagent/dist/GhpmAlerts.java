package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Each scenario brings the alerts that it deserves and no other; on the console, in the log and in the record they are the same.
 */
class GhpmAlerts {
    private static final String OF_MEMORY = "memory_usage_high";

    /** Three figures that are each rounded to a thousandth. */
    private static final double ROUNDED = 0.002;

    private static final Pattern MOST_MS_OF_BATCH =
            Pattern.compile("\\n    batch:\\n(?:      .*\\n)*?      max_acceptable_ms: (\\d+)\\n");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void alertsAreThoseOfTheScenario(GhpmCase of) {
        GhpmRun run = GhpmRun.of(of);
        List<SaidAlert> said = onConsole(run.with(), run.without());
        JsonNode recorded = run.record().path("alerts");

        assertThat(said).extracting(SaidAlert::type).isEqualTo(of.alerts());
        assertThat(Json.texts(recorded, "type")).isEqualTo(of.alerts());
        assertThat(Json.texts(recorded, "tip"))
                .isEqualTo(said.stream().map(SaidAlert::tip).toList());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void theLogSaysWhatTheConsoleSaid(GhpmCase of) throws IOException {
        GhpmRun run = GhpmRun.of(of);
        // The shipped alerts.yml has alerts about memory on the console only.
        List<List<String>> said = onConsole(run.with(), run.without()).stream()
                .filter(alert -> !alert.type().equals(OF_MEMORY))
                .map(SaidAlert::lines)
                .toList();
        List<SaidAlert> logged = logged(run.home());

        assertThat(logged).extracting(SaidAlert::lines).isEqualTo(said);
        assertThat(logged)
                .extracting(SaidAlert::type)
                .isEqualTo(of.alerts().stream()
                        .filter(type -> !type.equals(OF_MEMORY))
                        .toList());
        assertThat(logged)
                .extracting(SaidAlert::runId)
                .allMatch(run.record().path("execution_id").asString()::equals);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.GhpmCase#all")
    void figuresAreThoseOfTheRecord(GhpmCase of) {
        JsonNode run = GhpmRun.of(of).record();
        for (JsonNode alert : run.path("alerts")) {
            JsonNode phases = run.path("duration").path("phases");
            double current =
                    switch (alert.path("type").asString()) {
                        case "performance_degradation" ->
                            run.path("duration").path("total_ms").asDouble();
                        case "phase_overrun" ->
                            withoutWaiting(phases.path(alert.path("subject").asString()));
                        case OF_MEMORY ->
                            run.path("resource_usage").path("heap_delta_bytes").asLong() / 1048576.0;
                        case "cache_hit_rate_low" ->
                            run.path("caches").path(0).path("hit_rate").asDouble();
                        default -> // of the rate limit
                            1
                                    - run.path("github_api")
                                                    .path("rate_limit_remaining")
                                                    .asDouble()
                                            / 5000;
                    };
            double threshold = alert.path("threshold").asDouble();
            double stated = alert.path("current").asDouble();
            // Rates may be told in percent.
            assertThat(stated > 1 && current <= 1 ? stated / 100 : stated)
                    .as(alert.toString())
                    .isCloseTo(current, org.assertj.core.api.Assertions.within(ROUNDED));
            boolean least = alert.path("type").asString().equals("cache_hit_rate_low");
            assertThat(least ? stated < threshold : stated > threshold)
                    .as(alert.toString())
                    .isTrue();
            assertThat(alert.path("tip").asString()).isNotEmpty();
        }
    }

    /** As a phase is judged by its target: without its waiting for a CPU and another 12 % of that (docs/verdicts.md). */
    private static double withoutWaiting(JsonNode phase) {
        double active =
                phase.path("ms").asDouble() - 1.12 * phase.path("cpu_wait_ms").asDouble(0);
        return Math.max(active, phase.path("cpu_ms").asDouble(0));
    }

    /** Its server alone holds it back for longer than it may take. With lower limits, the other tests see the alert. */
    @Test
    void theShippedLimitsAreBrokenByTheSlowBatch() throws IOException {
        ServerLog log = GhpmRun.of(new GhpmCase(Jdk.own(), GhpmCase.BATCH, GhpmCase.SLOW))
                .log();
        Matcher limit = MOST_MS_OF_BATCH.matcher(Files.readString(Jvm.CONFIG.resolve("benchmarks.yml")));

        assertThat(limit.find()).isTrue();
        assertThat(log.requests().size() * GhpmCase.LATENCY_MS).isGreaterThan(Integer.parseInt(limit.group(1)));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void quietSaysNothingAndLogsAllTheSame(Jdk jdk) throws IOException {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Jvm.Ended without = GhpmRun.without(jdk, List.of("status", "--demo", "--scenario", GhpmCase.CLEAN));
        Jvm quiet = Jvm.on(jdk, folder);
        boolean byOption = jdk.equals(Jdk.own());
        if (byOption) {
            quiet.agent(home.option(), "config=" + Jvm.CONFIG, "quiet=true");
        } else {
            quiet.agent(home.option(), "config=" + Jvm.CONFIG).environment("PERF_AGENT_QUIET", "true");
        }
        Jvm.Ended with = quiet.jar(Jvm.SAMPLE, "status", "--demo", "--scenario", GhpmCase.NEAR_RATE_LIMIT)
                .run();

        assertThat(with.stdout()).isEqualTo(without.stdout());
        assertThat(with.stderr()).isEqualTo(without.stderr());
        assertThat(logged(home)).extracting(SaidAlert::type).contains("api_rate_limit_warning");
        assertThat(Json.texts(home.onlyRun().path("alerts"), "type")).contains("api_rate_limit_warning");
    }

    private static List<SaidAlert> onConsole(Jvm.Ended with, Jvm.Ended without) {
        assertThat(with.stderr()).startsWith(without.stderr());
        return SaidAlert.onConsole(with.stderr().substring(without.stderr().length()));
    }

    private static List<SaidAlert> logged(AgentHome home) throws IOException {
        Path log = home.folder().resolve("alerts.log");
        return Files.exists(log) ? SaidAlert.inLog(Files.readString(log)) : List.of();
    }
}
