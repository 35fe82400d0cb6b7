package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.example.Caches;
import org.example.OldCaches;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What caches do is recorded, and the application sees nothing of it: also not in statistics for which it did not ask. */
final class CachesIT {
    private static final Path LIBRARIES = Path.of("target/cache-lib").toAbsolutePath();
    private static final String COUNTED = "hits 3 misses 3 rate 0.5 loads 3 size 3";
    private static final String UNUSED = "hits 0 misses 0 rate null loads 0 size 0";
    private static final String UNKNOWN = "hits null misses null rate null loads null size 3";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void cachesOfTheNewestVersionsAreCountedBesideTheApplication(Jdk jdk) {
        assertThat(recorded(jdk, "newest")).containsExactlyEntriesOf(expected(true));
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void cachesOfTheLowestVersionsAreCountedBesideTheApplication(Jdk jdk) {
        assertThat(recorded(jdk, "lowest")).containsExactlyEntriesOf(expected(jdk.feature() < 24));
    }

    /** Older than the versions that are known: what is counted there is seen by the application as little. */
    @ParameterizedTest
    @CsvSource({"caffeine-2.0, 3", "caffeine-2.6, 4"})
    void cachesOfOlderVersionsAreCountedBesideTheApplication(String version, int caches) {
        Twin twin = Twin.run(
                Jdk.own(),
                folder,
                jvm -> jvm.main(
                        Jvm.TEST_CLASSES + File.pathSeparator + LIBRARIES.resolve(version) + "/*",
                        OldCaches.class.getName()));

        twin.assertSame();
        assertThat(twin.with().out()).isEqualTo("6 false 0 0\n".repeat(3) + "6 true 1 1\n");
        assertThat(twin.home().agentLog())
                .contains("caffeine is not fully observed")
                .contains("known are Caffeine 2.8");
        assertThat(twin.home().runs().get(0).path("caches"))
                .hasSize(caches)
                .allMatch(cache ->
                        cache.path("hits").asInt() == 1 && cache.path("misses").asInt() == 1);
    }

    /**
     * By name: hits, misses, loads and size; as text, so that a difference is easy to read.
     *
     * @param guavaCounts whether Guava can count without a warning of the JVM, which anybody would see
     */
    private static Map<String, String> expected(boolean guavaCounts) {
        Map<String, String> expected = new TreeMap<>();
        for (String name : new String[] {
            "async",
            "asyncLoading",
            "bySize",
            "byWeight",
            "ofOwner",
            "unbounded",
            "ofSharedBuilder",
            "ofSharedBuilder-2"
        }) {
            expected.put("caffeine Caches." + name, COUNTED);
        }
        expected.put("caffeine Caches.ownClock", UNKNOWN);
        expected.put("caffeine Caches.bySize-2", UNUSED);
        expected.put("caffeine Caches.unbounded-2", UNUSED);
        expected.put("caffeine Caches.async-2", UNUSED);
        expected.put("caffeine Caches.ofOwner-2", UNUSED);
        for (String copy : new String[] {"copied", "copied-2", "copied-3", "copied-4"}) {
            expected.put("caffeine Caches." + copy, UNUSED);
        }
        for (String name : new String[] {"guava-2", "guavaOfOwner"}) {
            expected.put("guava Caches." + name, COUNTED);
        }
        for (String name : new String[] {"guava", "guavaBySize", "guavaLoading"}) {
            expected.put("guava Caches." + name, guavaCounts ? COUNTED : UNKNOWN);
        }
        return expected;
    }

    private Map<String, String> recorded(Jdk jdk, String versions) {
        Twin twin = Twin.same(
                jdk,
                folder,
                jvm -> jvm.main(
                        Jvm.TEST_CLASSES + File.pathSeparator + LIBRARIES.resolve(versions) + "/*",
                        Caches.class.getName(),
                        "written"));
        assertThat(twin.with().exitCode()).as(twin.with().stderr()).isZero();
        Map<String, String> recorded = new TreeMap<>();
        for (JsonNode cache : twin.onlyRun().path("caches")) {
            recorded.put(
                    cache.path("kind").asString() + " " + cache.path("name").asString(),
                    "hits " + cache.path("hits") + " misses " + cache.path("misses") + " rate "
                            + cache.path("hit_rate") + " loads " + cache.path("loads") + " size "
                            + cache.path("size"));
        }
        return recorded;
    }
}
