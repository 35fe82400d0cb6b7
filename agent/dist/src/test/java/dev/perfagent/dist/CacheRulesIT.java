package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Caches of Ehcache 3, Spring and an application's own, which the rules of the guide make known. */
final class CacheRulesIT {
    private static final Path LIBRARIES = Path.of("target/cache-lib").toAbsolutePath();
    private static final String PROGRAM = "RuleCaches";

    private static final String OWN = """
        caches:
          - { cache: own, class: RuleCaches.Own, method: find }
        """;

    /** Three keys, twice. */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.of(
            "projects", "3 hits 3 misses 0.5 rate 0 loads",
            "users", "3 hits 3 misses 0.5 rate 3 loads",
            "labels", "3 hits 3 misses 0.5 rate 0 loads",
            "boards", "3 hits 3 misses 0.5 rate 3 loads",
            "own", "3 hits 3 misses 0.5 rate 0 loads"));

    @TempDir
    private Path folder;

    @Test
    void whatRulesNameIsCountedInTheLowestAndTheNewestVersions() throws IOException {
        Map<AgentHome, Jvm.Started> started = new LinkedHashMap<>();
        Path classes = compile();
        String config = Twin.config(folder, "instrumentation.yml", OWN + rulesOfTheGuide());
        for (String versions : List.of("rule-lowest", "rule-newest")) {
            for (Jdk jdk : Jdk.ownAndNewer()) {
                AgentHome home = new AgentHome(folder.resolve(versions + " " + jdk));
                started.put(
                        home,
                        Jvm.on(jdk, folder)
                                .agent(home.option(), config)
                                .main(classes + File.pathSeparator + LIBRARIES.resolve(versions) + "/*", PROGRAM)
                                .start());
            }
        }
        List<String> wrong = new ArrayList<>();
        started.forEach((home, jvm) -> {
            Jvm.Ended ended = jvm.await();
            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
            assertThat(home.agentLog()).isEmpty();
            Map<String, String> recorded = recorded(home.onlyRun());
            if (!recorded.equals(EXPECTED)) {
                wrong.add(home + ": " + recorded);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Map<String, String> recorded(JsonNode run) {
        Map<String, String> recorded = new TreeMap<>();
        for (JsonNode cache : run.path("caches")) {
            assertThat(cache.path("kind").asString()).isEqualTo("rule");
            recorded.put(
                    cache.path("name").asString(),
                    cache.path("hits") + " hits " + cache.path("misses") + " misses " + cache.path("hit_rate")
                            + " rate " + cache.path("loads") + " loads");
        }
        return recorded;
    }

    /** The entries for both libraries, as people copy them. */
    private static String rulesOfTheGuide() throws IOException {
        String guide = Files.readString(Path.of("../../docs/guide.md"));
        String block = "```yaml\ncaches:\n";
        int from = guide.indexOf(block) + block.length();
        assertThat(from).isGreaterThan(block.length());
        return guide.substring(from, guide.indexOf("```", from));
    }

    private Path compile() throws IOException {
        Path classes = folder.resolve("classes");
        String name = PROGRAM + ".java";
        Path source = Files.copy(Path.of("src/test/resources/caches/" + name + ".txt"), folder.resolve(name));
        String[] jars;
        try (Stream<Path> files = Files.list(LIBRARIES.resolve("rule-lowest"))) {
            jars = files.map(Path::toString).toArray(String[]::new);
        }
        Twin.tool(
                "javac",
                "--release=17",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                String.join(File.pathSeparator, List.of(jars)),
                source.toString());
        return classes;
    }
}
