package com.example.ghpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures that the README promises for each scenario. */
final class ScenarioTest {
    private static final Pattern CACHE = Pattern.compile("# cache field-definitions hits=(\\d+) misses=(\\d+)");

    private final Path folder;

    ScenarioTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void cleanIsInBudget() throws Exception {
        List<String> log = log("status", "clean");
        assertThat(requests(log)).hasSize(16).allMatch(line -> line.contains(" 200 "));
        assertThat(hitRate(log)).isBetween(0.85, 0.90);
        assertThat(requests(log).get(15)).contains(" 200 4984 ");
    }

    @Test
    void poorCacheHitsAboutEverySecondTime() throws Exception {
        List<String> log = log("status", "poor-cache");
        assertThat(log).contains("# cache field-definitions hits=130 misses=134");
        assertThat(hitRate(log)).isBetween(0.40, 0.55);
    }

    @Test
    void nearRateLimitEndsWithLessThanAFifthRemaining() throws Exception {
        assertThat(requests(log("batch", "near-rate-limit"))).last().asString().contains(" 670 ");
    }

    @Test
    void memoryHungryKeepsALargeIndex() throws Exception {
        assertThat(log("status", "memory-hungry")).contains("# word-index bytes=" + 480_000L * 87 * 4);
    }

    @Test
    void rateLimitedIsTurnedAwayTwiceAndCopes() throws Exception {
        List<String> requests = requests(log("setup-complete", "rate-limited"));
        assertThat(requests).hasSize(11);
        assertThat(requests.stream().filter(line -> line.contains(" 403 "))).hasSize(1);
        assertThat(requests.stream().filter(line -> line.contains(" 429 "))).hasSize(1);
    }

    @Test
    void slowHoldsEachAnswerBack() {
        assertThat(Scenario.SLOW.server().latency()).hasMillis(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "poor-cache", "near-rate-limit"})
    void theServerCountsTheSameInEachRun(String scenario) throws Exception {
        assertThat(log("batch", scenario)).isEqualTo(log("batch", scenario));
    }

    private List<String> log(String command, String scenario) throws Exception {
        Path file = folder.resolve("log");
        Run run = Run.of(command, "--demo", "--scenario", scenario, "--demo-log", file.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        return Files.readAllLines(file);
    }

    private static List<String> requests(List<String> log) {
        return log.stream().filter(line -> !line.startsWith("#")).toList();
    }

    private static double hitRate(List<String> log) {
        for (String line : log) {
            Matcher matcher = CACHE.matcher(line);
            if (matcher.matches()) {
                double hits = Double.parseDouble(matcher.group(1));
                return hits / (hits + Double.parseDouble(matcher.group(2)));
            }
        }
        throw new AssertionError("no remark on the cache");
    }
}
