package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No figure in the JSON of a check is rounded to, or across, the limit that it is compared with. */
class CheckRoundingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2000, 2000",
        "2000, 2000.0004",
        "2000, 1999.9996",
        "2000, 2000.0006",
        "2000.0004, 2000.0003",
        "1234.5676, 1234.5679",
        "1234.5676, 1234.5674",
        "0.0014, 0.0013",
        "3, 2.9999999"
    })
    void ofATimeBesideItsLimit(double limit, double took) throws IOException {
        JsonNode verdict = verdict("max_acceptable_ms: " + limit, "time", run().took(took));

        assertSides(verdict, took, limit);
        assertThat(verdict.path("verdict").asString()).isEqualTo(took > limit ? "warning" : "ok");
    }

    @ParameterizedTest
    @CsvSource({"0.7, 69996", "0.7, 70004", "0.7, 70000", "0.80776, 80774", "0.80776, 80779", "0.69996, 70000"})
    void ofAHitRateBesideItsLimit(double limit, int hitsOf100000) throws IOException {
        double rate = hitsOf100000 / 1e5;
        String cache = "[{\"name\":\"fields\",\"kind\":\"caffeine\",\"hits\":" + hitsOf100000 + ",\"misses\":"
                + (100_000 - hitsOf100000) + ",\"hit_rate\":" + rate + "}]";
        JsonNode verdict = verdict("min_cache_hit_rate: " + limit, "cache_hit_rate", run().json("caches", cache));

        assertSides(verdict, rate, limit);
        assertThat(verdict.path("verdict").asString()).isEqualTo(rate < limit ? "warning" : "ok");
    }

    private static void assertSides(JsonNode verdict, double value, double limit) {
        double shown = verdict.path("value").asDouble();
        double shownLimit = verdict.path("limit").asDouble();
        assertThat(Math.signum(Double.compare(shown, shownLimit)))
                .as("%s beside %s", shown, shownLimit)
                .isEqualTo(Math.signum(Double.compare(value, limit)));
    }

    private static SampleRun run() {
        return SampleRun.plain("0193ab120001-00000000000a", "2026-11-20T09:30:15.123Z");
    }

    private JsonNode verdict(String limit, String measure, SampleRun run) throws IOException {
        Path home = folder.resolve("home");
        Path config = folder.resolve("config");
        new SampleHome(home).add(run);
        SampleHome.append(config.resolve("benchmarks.yml"), "benchmarks: { commands: { batch: { " + limit + " } } }\n");
        ToolRun check = ToolRun.of(home, "check", "--config", config.toString(), "--format", "json");
        assertThat(check.err()).isEmpty();
        for (JsonNode verdict :
                JsonMapper.shared().readTree(check.out()).path("runs").path(0).path("verdicts")) {
            if (verdict.path("measure").asString().equals(measure)) {
                return verdict;
            }
        }
        throw new AssertionError("no verdict on " + measure + ": " + check.out());
    }
}
