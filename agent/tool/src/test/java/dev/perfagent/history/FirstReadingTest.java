package dev.perfagent.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class FirstReadingTest {
    @Test
    void theMadeUpRunIsReadWithAllItsParts() throws IOException {
        assertThat(FirstReading.read()).singleElement().satisfies(read -> {
            StoredRun run = read.run();
            assertThat(run.application()).isEqualTo("a");
            assertThat(run.totalMs()).isEqualTo(1.5);
            assertThat(run.gitHubApi()).isNotNull();
            assertThat(run.cacheHitRate()).isEqualTo(0.5);
            assertThat(read.fields().objects("http")).hasSize(1);
        });
    }
}
