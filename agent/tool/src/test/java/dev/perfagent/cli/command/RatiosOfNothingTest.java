package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever would have to be divided by nothing, nearly nothing, less than nothing or what is not known is not known. */
class RatiosOfNothingTest {
    /** What the older runs of a command took, and the newer ones. */
    private static final List<List<String>> OLDER_AND_NEWER = List.of(
            List.of("0", "300"),
            List.of("300", "0"),
            List.of("0", "0"),
            List.of("-5", "300"),
            List.of("300", "-5"),
            List.of("0.000001", "300"),
            List.of("300", "0.000001"),
            List.of("1e-300", "1e300"),
            List.of("1e300", "1e-300"),
            List.of("1e308", "1e308"),
            List.of("null", "300"),
            List.of("300", "null"),
            List.of("null", "null"));

    private static final Pattern NO_FIGURE = Pattern.compile("92233720|NaN|Infinity|\\d{6,}%");

    @TempDir
    private static Path home;

    private static Path config;

    @BeforeAll
    static void runs() throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int command = 0; command < OLDER_AND_NEWER.size(); command++) {
            for (int i = 0; i < 40; i++) {
                String value = OLDER_AND_NEWER.get(command).get(i < 20 ? 0 : 1);
                sample.add(run(command, i, value).command("batch" + command));
            }
        }
        config = Files.createDirectories(home.resolve("config"));
        String limits = IntStream.range(0, OLDER_AND_NEWER.size())
                .mapToObj("""
                        batch%d:
                          baseline_ms: 0.001
                          target_ms: 0.001
                          max_acceptable_ms: 0.002
                          max_api_requests: 0
                          phases: { fetching: { target_ms: 0.001 } }
                    """::formatted)
                .collect(Collectors.joining());
        Files.writeString(config.resolve("benchmarks.yml"), "benchmarks:\n  commands:\n" + limits);
    }

    /** Of all commands at once, so that each table and each sum has all of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "report --config CONFIG",
                "report --config CONFIG --format json",
                "report --config CONFIG --format csv",
                "report --config CONFIG --format markdown",
                "analyze",
                "analyze --format json",
                "analyze --format markdown",
                "compare --baseline version:1 --current version:2",
                "compare --baseline version:1 --current version:2 --format json",
                "optimize",
                "optimize --format json",
                "runs --limit 1000",
                "runs --format json --limit 1000",
                "export --format csv --output FOLDER"
            })
    void noFigureIsPrintedForThem(String command) throws IOException {
        assertPrintsFigures(command);
    }

    /** Of the newest run of each command. */
    @ParameterizedTest
    @ValueSource(strings = {"check RUN --config CONFIG", "check RUN --config CONFIG --format json", "runs show RUN"})
    void noFigureIsPrintedForOneOfThem(String command) throws IOException {
        for (int i = 0; i < OLDER_AND_NEWER.size(); i++) {
            assertPrintsFigures(command.replace("RUN", id(i, 39)));
        }
    }

    private static void assertPrintsFigures(String command) throws IOException {
        Path written = home.resolve("written");
        ToolRun run = ToolRun.of(
                home,
                command.replace("CONFIG", config.toString())
                        .replace("FOLDER", written.toString())
                        .split(" "));

        assertThat(run.code()).as(command + run.err()).isBetween(0, 1);
        if (command.contains("json")) {
            assertFigures(JsonMapper.shared().readTree(run.out()), command);
            return;
        }
        List<String> lines = new ArrayList<>(run.out().lines().toList());
        if (command.contains("FOLDER")) {
            try (Stream<Path> files = Files.list(written)) {
                for (Path file : files.toList()) {
                    lines.addAll(Files.readAllLines(file));
                }
            }
        }
        assertThat(lines).as(command).hasSizeGreaterThan(1);
        assertThat(lines.stream()
                        .map(line -> command.contains("csv") ? line.replaceAll("\\d{16,}", "") : line)
                        .filter(line -> NO_FIGURE.matcher(line).find()))
                .as(command)
                .isEmpty();
    }

    /** The older median is 0: there is a trend, and nothing that the change could be a part of. */
    @Test
    void aTrendFromNothingHasNoPercentage(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        for (int i = 0; i < 40; i++) {
            sample.add(run(0, i, i < 20 ? "0" : Integer.toString(280 + i)));
        }

        JsonNode trend = JsonMapper.shared()
                .readTree(ToolRun.of(home, "report", "--format", "json").out())
                .at("/commands/0/trend");

        assertThat(trend.path("direction").asString()).isEqualTo("degrading");
        assertThat(trend.path("change").isNull()).isTrue();
        assertThat(ToolRun.of(home, "report").out()).containsPattern("degrading +- ");
    }

    /** Figures that are parts or times of something else: none of them is of a size that says nothing. */
    private static void assertFigures(JsonNode node, String where) {
        node.propertyStream().forEach(property -> {
            String name = property.getKey();
            boolean part = !name.endsWith("_ms")
                    && name.matches(".*(change|ratio|share|rate|efficiency|spread|rho|explained|score).*");
            if (part && property.getValue().isNumber()) {
                assertThat(Math.abs(property.getValue().doubleValue()))
                        .as(where + " " + name)
                        .isLessThanOrEqualTo(1e9);
            }
        });
        node.forEach(child -> assertFigures(child, where));
    }

    private static String id(int command, int index) {
        return String.format(Locale.ROOT, "%08d-run", command * 100 + index);
    }

    private static SampleRun run(int command, int index, String value) {
        return SampleRun.plain(
                        id(command, index),
                        String.format(Locale.ROOT, "2026-11-%02dT%02d:00:00Z", 1 + index / 3, 8 + index % 3))
                .with("application_version", index < 20 ? "1" : "2")
                .json("duration", """
                    { "total_ms": V, "process_ms": V, "jvm_startup_ms": V, "phases": {
                      "fetching": { "ms": V, "self_ms": V, "count": 0, "parallelism": V, "cpu_ms": V } } }
                    """.replace("V", value))
                .json("resource_usage", """
                    { "cpu_time_ms": V, "gc_ms": V, "gc_count": 3, "allocated_bytes": 0, "peak_memory_mb": V,
                      "average_memory_mb": V, "classes_loaded": 0 }
                    """.replace("V", value))
                .json("github_api", """
                    { "requests_made": 0, "cache_hits": 0, "cache_misses": 0, "rate_limit_limit": 0,
                      "rate_limit_remaining": 0, "rate_limit_consumed": 0, "throttled_ms": V,
                      "endpoints": [ { "endpoint": "GET /user", "count": 0, "ms": V, "repeated": 5 } ] }
                    """.replace("V", value))
                .json("caches", """
                    [ { "name": "a", "kind": "caffeine", "hits": -1, "misses": 1, "evictions": 1, "loads": 0,
                        "load_ms": V, "hit_rate": null } ]
                    """.replace("V", value))
                .json("processes", """
                    [ { "program": "git", "count": 0, "ms": V, "failures": 0 } ]
                    """.replace("V", value));
    }
}
