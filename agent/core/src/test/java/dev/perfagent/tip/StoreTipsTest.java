package dev.perfagent.tip;

import static dev.perfagent.threshold.JudgedRun.cache;
import static dev.perfagent.threshold.JudgedRun.took;
import static dev.perfagent.threshold.JudgedRun.usage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Cache;
import dev.perfagent.run.GitHubApi;
import dev.perfagent.run.Measure;
import dev.perfagent.run.Phase;
import dev.perfagent.threshold.JudgedRun;
import dev.perfagent.threshold.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreTipsTest {
    private static final long MB = 1024 * 1024;

    @Test
    void manyEvictionsAskForALargerCache() {
        Cache small = new Cache("fields", "caffeine", 100L, 600L, 500L, 600L, 7200.0, 100L);

        assertThat(ofCache(small))
                .isEqualTo(
                        "500 evictions on 600 misses with 100 entries at the end: a larger maximum size would keep more"
                                + " (a longer expiry, if that is what removes them). A load takes 12ms on average.");
        assertThat(ofCache(cache("fields", 5, 20, 10L))).startsWith("10 evictions on 20 misses: a larger maximum size");
    }

    @Test
    void noEvictionsMeanKeysThatAreSeldomAskedForTwice() {
        assertThat(ofCache(cache("fields", 2, 20, 0L)))
                .isEqualTo("2 of 22 look-ups hit and nothing was evicted: its keys are seldom asked for twice;"
                        + " keep entries longer, or do without the cache.");
    }

    @Test
    void inBetweenTheKeysAreToBeChecked() {
        assertThat(ofCache(cache("fields", 5, 20, 9L)))
                .isEqualTo("5 of 25 look-ups hit, with 9 evictions: check that equal requests have equal keys, and its"
                        + " expiry.");
        assertThat(ofCache(cache("fields", 5, 20, null)))
                .isEqualTo("5 of 25 look-ups hit: check that equal requests have equal keys, and its expiry.");
    }

    @Test
    void theHttpCacheIsToBeKeptBetweenRuns() {
        GitHubApi api = JudgedRun.api(12, 9L, 11L, true, List.of());

        assertThat(Tips.of(
                        Measure.CACHE_HIT_RATE,
                        Verdict.API_CACHE,
                        took(10).called(api).run()))
                .containsExactly(
                        "9 of 20 requests came from the cache; a cache folder that is kept between runs, and large"
                                + " enough, raises it.");
    }

    @Test
    void thePhaseThatGrewTheHeapMostIsNamed() {
        JudgedRun run = took(10).phase(new Phase("a", 1, 1, 1, 20 * MB, null, null, null, null))
                .phase(new Phase("b", 1, 1, 1, 90 * MB, null, null, null, null))
                .phase(new Phase("c", 1, 1, 1, -50 * MB, 300 * MB, null, null, null))
                .used(usage(120 * MB, null, 3L, null));

        assertThat(ofMemory(run))
                .isEqualTo("Phase 'b' grew the heap most, by 90 MB of 120 MB; keep less of what it makes.");
    }

    @Test
    void withoutOneThePhaseThatAllocatesMostIs() {
        JudgedRun run = took(10).phase(new Phase("c", 1, 1, 1, -50 * MB, 300 * MB, null, null, null))
                .used(usage(120 * MB, null, 3L, null));

        assertThat(ofMemory(run))
                .isEqualTo("Phase 'c' allocates most, 300 MB;"
                        + " work on its results piece by piece instead of keeping them all.");
    }

    @Test
    void noPhaseIsBlamedForGrowthThatIsNotKnownOfAllOrIsMoreThanTheWhole() {
        JudgedRun several = took(10).phase(new Phase("a", 1, 1, 1, 20 * MB, null, null, null, null))
                .phase(new Phase("parallel", 1, 1, 8, null, null, null, null, null))
                .used(usage(120 * MB, null, 3L, null));
        JudgedRun givenBack = took(10).phase(new Phase("a", 1, 1, 30, 3_100 * MB, null, null, null, null))
                .used(usage(74 * MB, null, 3L, null));

        assertThat(ofMemory(several)).isEqualTo("Work on large results piece by piece instead of keeping them all.");
        assertThat(ofMemory(givenBack)).isEqualTo("Work on large results piece by piece instead of keeping them all.");
    }

    @Test
    void withoutACollectionTheGrowthMayBeGarbage() {
        assertThat(ofMemory(took(10).used(usage(120 * MB, null, 0L, null))))
                .isEqualTo("Work on large results piece by piece instead of keeping them all."
                        + " No garbage collection ran, so part of the growth may be garbage.");
    }

    private static String ofCache(Cache cache) {
        return Tips.of(Measure.CACHE_HIT_RATE, "fields", took(10).cached(cache).run())
                .get(0);
    }

    private static String ofMemory(JudgedRun run) {
        return Tips.of(Measure.HEAP_GROWTH, "batch", run.run()).get(0);
    }
}
