package dev.perfagent.observe.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Cache;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache whose counter is the application's own may do what it likes when it is asked. */
final class ReflectedCacheTest {
    /** What is asked of a cache. */
    public static final class Foreign {
        private final String how;

        Foreign(String how) {
            this.how = how;
        }

        /** As Caffeine has it. */
        public long estimatedSize() {
            return 7;
        }

        /** Never says anything. */
        public Object stats() throws InterruptedException {
            switch (how) {
                case "recurses" -> {
                    return stats().hashCode() + 1;
                }
                case "waits" -> {
                    new CountDownLatch(1).await();
                    return this;
                }
                default -> throw new NoClassDefFoundError(how);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "recurses"})
    void whatCannotBeCountedIsUnknown(String how) {
        Cache read = cache(how).read("cache", TimeUnit.MINUTES.toMillis(5));

        assertThat(read).isEqualTo(new Cache("cache", "caffeine", null, null, null, null, null, 7L));
    }

    @Test
    void aCounterThatNeverAnswersIsNotWaitedFor() {
        assertThat(cache("waits").read("cache", 1)).isNull();
    }

    private static ReflectedCache cache(String how) {
        Object[] facts = {
            new Foreign(how),
            null,
            "caffeine",
            "estimatedSize",
            "stats",
            "snapshot",
            "hitCount",
            "missCount",
            "evictionCount",
            "totalLoadTime",
            "loadSuccessCount",
            "loadFailureCount"
        };
        return new ReflectedCache(facts, null, "cache");
    }
}
