package dev.perfagent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Cache;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache whose counter is the application's own may do what it likes when it is asked. */
final class CaffeineCacheTest {
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

        /** Recording is on. */
        public Foreign policy() {
            return this;
        }

        /** It is. */
        public boolean isRecordingStats() {
            return true;
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
        Cache read = new CaffeineCache(new Foreign(how), null, "cache").read("cache");

        assertThat(read).isEqualTo(new Cache("cache", "caffeine", null, null, null, null, null, 7L));
    }

    @Test
    void aCounterThatNeverAnswersIsNotWaitedFor() {
        assertThat(new CaffeineCache(new Foreign("waits"), null, "cache").read("cache"))
                .isNull();
    }
}
