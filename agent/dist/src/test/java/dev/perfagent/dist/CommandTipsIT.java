package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.example.Squander;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Tips 20, 21 and 23 of docs/tips.md: a program that needs one gets it, with figures that are right. */
final class CommandTipsIT {
    private static final int FIRST_WITH_CACHES = 25;

    /** Tips are rounded for reading. */
    private static final int ROUNDED = 6;

    private static final int STARTS_MS = 180;

    @TempDir
    private Path folder;

    @BeforeEach
    void everyRunIsTooSlow() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/benchmarks.yml"),
                "benchmarks: { commands: { Squander: { max_acceptable_ms: 1 } } }\n");
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void garbageCollectionThatTakesLong(Jdk jdk) {
        Told told = told(jdk, "heap", "-XX:+UseSerialGC", "-Xmx24m");

        MatchResult tip =
                told.tip("Garbage collection took (\\S+) of (\\S+) \\((\\d+) collections?\\); raise the heap");
        assertThat(told.err()).contains("PERFORMANCE ALERT", "Recommendation: Garbage collection took ");
        assertThat(ms(tip.group(1)))
                .as("by the JVM's beans")
                .isBetween(told.printed() * 0.7, told.printed() * 1.3)
                .isGreaterThan(ms(tip.group(2)) * 0.1);
        assertThat(Long.parseLong(tip.group(3)))
                .isEqualTo(told.run().at("/resource_usage/gc_count").asLong());
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aStartThatTakesMostOfTheTime(Jdk jdk) {
        told(jdk, "nothing", "-Xshare:off"); // makes the plan, for which the agent takes long: the next run counts
        Told told = told(jdk, "nothing", "-Xshare:off");

        String how = jdk.feature() < FIRST_WITH_CACHES ? "an AppCDS archive" : ".* prepare --archive FILE -- COMMAND";
        MatchResult tip = told.tip("JVM start took (\\S+) of the process's (\\S+); " + how);
        JsonNode duration = told.run().path("duration");
        assertThat(ms(tip.group(1)))
                .isGreaterThan(ms(tip.group(2)) * 0.4)
                .isCloseTo(duration.path("jvm_startup_ms").asDouble(), withinPercentage(ROUNDED));
        assertThat(ms(tip.group(2))).isCloseTo(duration.path("process_ms").asDouble(), withinPercentage(ROUNDED));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void aProgramThatIsStartedManyTimes(Jdk jdk) {
        Told many = told(jdk, "starts");
        Told one = told(jdk, "one-start");

        MatchResult tip = many.tip("'sleep' was started 6 times, (\\S+) in all; one call .* would save 5 starts");
        assertThat(ms(tip.group(1))).isBetween(STARTS_MS * 0.99, many.printed() + 1.0);
        assertThat(one.run().path("alerts").toString()).contains("Squander").doesNotContain("was started");
    }

    private Told told(Jdk jdk, String way, String... options) {
        AgentHome home = new AgentHome(folder.resolve("home " + way));
        Jvm.Ended ended = Jvm.on(jdk, folder)
                .agent(home.option(), "config=" + folder.resolve("config"))
                .jvm(options)
                .main(Squander.class, way)
                .run();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        List<JsonNode> runs = home.runs();
        return new Told(runs.get(runs.size() - 1), ended.out(), ended.stderr());
    }

    private static double ms(String text) {
        String number = text.replaceAll("[^0-9.]", "");
        return Double.parseDouble(number) * (text.endsWith("ms") ? 1 : 1000);
    }

    /** A run, and what was printed on stdout and stderr. */
    private record Told(JsonNode run, String out, String err) {
        /** Milliseconds that the program measured itself. */
        double printed() {
            return Double.parseDouble(out.strip().substring("ms=".length()));
        }

        /** A tip of the run's alert, with its figures. */
        MatchResult tip(String pattern) {
            List<String> tips = run.path("alerts")
                    .valueStream()
                    .flatMap(alert -> alert.path("tips").valueStream())
                    .map(JsonNode::asString)
                    .toList();
            assertThat(tips)
                    .anyMatch(tip -> Pattern.compile(pattern).matcher(tip).lookingAt());
            return tips.stream()
                    .flatMap(tip -> Pattern.compile(pattern).matcher(tip).results())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
