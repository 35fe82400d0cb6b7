package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Cache;
import dev.perfagent.settings.CacheRole;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.ValuePath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Caches that only rules make known. */
final class CacheRulesTest {
    private static final int LOOK_UP = 0;
    private static final int LOAD = 1;
    private static final int CREATION = 2;
    private static final int BY_FIELD = 3;

    private final RecordingSession session = new RecordingSession(
            new Rule.Cache("users", RecordingSession.ANY, CacheRole.LOOK_UP, null),
            new Rule.Cache("users", RecordingSession.ANY, CacheRole.LOAD, null),
            new Rule.Cache("argument.0", RecordingSession.ANY, CacheRole.CREATION, new ValuePath(0, false)),
            new Rule.Cache("field.name", RecordingSession.ANY, CacheRole.LOOK_UP, new ValuePath(-1, false, "name")));

    private @Nullable Object enter(int rule, @Nullable Object self, @Nullable Object name) {
        return session.recorder.entered(Site.ofRule(rule), self, name);
    }

    private void exit(int rule, @Nullable Object token, @Nullable Object result) {
        session.recorder.exited(Site.ofRule(rule), token, result, null);
    }

    private void lookUp(int rule, @Nullable Object self, @Nullable Object name, @Nullable Object result) {
        exit(rule, enter(rule, self, name), result);
    }

    private Cache only() {
        List<Cache> caches = Objects.requireNonNull(session.end().caches());
        assertThat(session.failures).isEmpty();
        assertThat(caches).hasSize(1);
        return caches.get(0);
    }

    @Test
    void whatReturnsNothingIsAMiss() {
        for (Object found : new Object[] {"value", Optional.of(1), true, 0}) {
            lookUp(LOOK_UP, this, null, found);
        }
        for (Object missing : new Object[] {Optional.empty(), false}) {
            lookUp(LOOK_UP, this, null, missing);
        }
        lookUp(LOOK_UP, this, null, null);

        Cache cache = only();
        assertThat(cache.name()).isEqualTo("users");
        assertThat(cache.hits()).isEqualTo(4);
        assertThat(cache.misses()).isEqualTo(3);
        assertThat(cache.evictions()).isNull();
    }

    @Test
    void whatIsLoadedMeanwhileIsAMissWhateverIsReturned() {
        Object lookUp = enter(LOOK_UP, this, null);
        Object load = enter(LOAD, this, null);
        session.clock.advanceMillis(2);
        exit(LOAD, load, "value");
        exit(LOOK_UP, lookUp, "value");

        Cache cache = only();
        assertThat(cache.hits()).isZero();
        assertThat(cache.misses()).isEqualTo(1);
        assertThat(cache.loads()).isEqualTo(1);
        assertThat(cache.loadMs()).isEqualTo(2);
    }

    @Test
    void aLoadOutsideOfALookUpIsNoMiss() {
        lookUp(LOOK_UP, this, null, null);
        exit(LOAD, enter(LOAD, this, null), "value");

        Cache cache = only();
        assertThat(cache.misses()).isEqualTo(1);
        assertThat(cache.loads()).isEqualTo(1);
    }

    @Test
    void aLookUpInsideAnotherOfTheSameCacheCountsOnce() {
        Object outer = enter(LOOK_UP, this, null);
        lookUp(LOOK_UP, this, null, "value");
        exit(LOOK_UP, outer, "value");

        assertThat(only().hits()).isEqualTo(1);
    }

    @Test
    void aLookUpThatFailsIsNeither() {
        Object failing = enter(LOOK_UP, this, null);
        session.recorder.exited(Site.ofRule(LOOK_UP), failing, null, new IllegalStateException());
        lookUp(LOOK_UP, this, null, "value");

        Cache cache = only();
        assertThat(cache.hits()).isEqualTo(1);
        assertThat(cache.misses()).isZero();
    }

    @Test
    void cachesHaveTheNameOfTheirFieldOrOfTheirCreation() {
        Object made = new Object();
        exit(CREATION, enter(CREATION, null, "projects"), made);
        lookUp(LOOK_UP, made, null, "value");
        lookUp(LOOK_UP, this, null, "value");
        lookUp(BY_FIELD, this, "labels", null);
        lookUp(BY_FIELD, this, null, null);

        assertThat(session.end().caches())
                .extracting(Cache::name)
                .containsExactly("projects", "users", "labels", "cache");
    }

    @Test
    void onlyAHundredCachesAreKept() {
        for (int i = 0; i < 150; i++) {
            lookUp(BY_FIELD, this, "cache " + i, null);
        }

        assertThat(session.end().caches()).hasSize(100);
        assertThat(session.failures).isEmpty();
    }
}
