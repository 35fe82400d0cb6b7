package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.example.Publishing;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A phase whose method returns a publisher takes as long as the method and the work for those who subscribe. */
final class PublishersIT {
    private static final String RULES = """
        application: { name: publishing }
        phases:
          - { phase: value, class: org.example.Publishing, method: value }
          - { phase: again, class: org.example.Publishing, method: again }
          - { phase: callable, class: org.example.Publishing, method: callable }
          - { phase: part, class: org.example.Publishing, method: part }
          - { phase: several, class: org.example.Publishing, method: several }
          - { phase: source, class: org.example.Publishing, method: source }
          - { phase: sourceOf, class: org.example.Publishing, method: sourceOf }
          - { phase: exact, class: org.example.Publishing, method: exact }
          - { phase: fails, class: org.example.Publishing, method: fails }
          - { phase: unending, class: org.example.Publishing, method: unending }
          - { phase: unused, class: org.example.Publishing, method: unused }
          - { phase: numbers, class: org.example.Publishing, method: numbers }
        """;

    private static final String STREAMS = "framework-lib/reactive-streams-1.0.4.jar";

    /** The lowest and the newest version. */
    private static final List<String> REACTOR =
            List.of("client-lib/reactor-netty-1.0/reactor-core-3.4.41.jar", "framework-lib/reactor-core-3.8.0.jar");

    /** Entries, and at least so many milliseconds of all of them. */
    private static final Map<String, List<Integer>> EXPECTED = Map.ofEntries(
            Map.entry("value", List.of(1, 30)),
            Map.entry("again", List.of(2, 40)),
            Map.entry("callable", List.of(2, 40)),
            Map.entry("part", List.of(3, 30)),
            Map.entry("several", List.of(1, 30)),
            Map.entry("source", List.of(3, 80)),
            Map.entry("sourceOf", List.of(2, 0)),
            Map.entry("exact", List.of(1, 30)),
            Map.entry("fails", List.of(1, 20)),
            Map.entry("unending", List.of(1, 20)),
            Map.entry("unused", List.of(1, 0)));

    @TempDir
    private Path folder;

    /** In a warm run too. */
    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void theWorkForASubscriberCounts(Jdk jdk) {
        Path config = TestConfig.rules(folder.resolve("config"), RULES);
        for (String reactor : REACTOR) {
            AgentHome home = new AgentHome(folder.resolve(Path.of(reactor).getFileName()));
            Jvm.Ended without = program(Jvm.on(jdk, folder), reactor).run();
            List<Jvm.Ended> ended = new ArrayList<>();
            for (int run = 0; run < 2; run++) {
                ended.add(program(Jvm.on(jdk, folder).agent(home.option(), "config=" + config), reactor)
                        .run());
            }

            assertThat(home.agentLog()).isEmpty();
            assertThat(home.runs())
                    .extracting(run -> run.at("/self/plan").asString())
                    .containsExactly("cold", "warm");
            for (int run = 0; run < 2; run++) {
                assertThat(said(ended.get(run))).isEqualTo(said(without));
                assertThat(ended.get(run).stderr()).isEqualTo(without.stderr());
                JsonNode phases = home.runs().get(run).at("/duration/phases");
                Map<String, Double> most = most(ended.get(run));
                EXPECTED.forEach((name, entriesAndLeast) -> {
                    JsonNode phase = phases.path(name);
                    assertThat(phase.path("count").asInt()).as(name).isEqualTo(entriesAndLeast.get(0));
                    assertThat(phase.path("ms").asDouble())
                            .as(name)
                            .isGreaterThanOrEqualTo(entriesAndLeast.get(1))
                            .isLessThanOrEqualTo(most.getOrDefault(name, Double.MAX_VALUE));
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void soItIsForAPublisherOfTheJdk(Jdk jdk) {
        AgentHome home = new AgentHome(folder.resolve("home"));
        Path config = TestConfig.rules(folder.resolve("config"), RULES);
        Jvm.Ended without = program(Jvm.on(jdk, folder), REACTOR.get(0), "flow").run();
        for (int run = 0; run < 2; run++) {
            Jvm.Ended ended = program(
                            Jvm.on(jdk, folder).agent(home.option(), "config=" + config), REACTOR.get(0), "flow")
                    .run();

            assertThat(said(ended)).isEqualTo(said(without));
            JsonNode phase = home.runs().get(run).at("/duration/phases/numbers");
            Map<String, Double> most = most(ended);
            assertThat(phase.path("count").asInt()).isEqualTo(2);
            assertThat(phase.path("ms").asDouble())
                    .isGreaterThanOrEqualTo(40)
                    .isLessThanOrEqualTo(
                            most.getOrDefault("numbers", 0.0) + most.getOrDefault("numbers cancelled", 0.0));
        }
        assertThat(home.agentLog()).isEmpty();
        assertThat(home.runs().get(1).at("/self/plan").asString()).isEqualTo("warm");
    }

    private static Jvm program(Jvm jvm, String reactor, String... words) {
        String classPath = Stream.of(reactor, STREAMS)
                .map(jar -> Path.of("target", jar).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return jvm.main(Jvm.TEST_CLASSES + File.pathSeparator + classPath, Publishing.class.getName(), words);
    }

    private static List<String> said(Jvm.Ended ended) {
        return ended.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static Map<String, Double> most(Jvm.Ended ended) {
        return ended.out()
                .lines()
                .filter(line -> line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(1, line.lastIndexOf(' ')),
                        line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
    }
}
