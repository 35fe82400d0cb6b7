package dev.perfagent.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.monitor.TopPrograms.Use;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TopProgramsTest {
    @Test
    void theThreeThatUsedMostInBetweenAreNamedTheirProcessesTogether() {
        Map<String, Use> before = Map.of("1", new Use("init", 900), "2", new Use("java", 50), "3", new Use("gcc", 10));
        Map<String, Use> after = Map.of(
                "1", new Use("init", 900),
                "2", new Use("java", 54),
                "3", new Use("gcc", 15),
                "4", new Use("java", 3),
                "5", new Use("sh", 1),
                "6", new Use("make", 2));

        assertThat(TopPrograms.names(before, after)).isEqualTo("java gcc make");
    }

    @Test
    void aThreadOfTheKernelWithAnotherNameHasNotUsedWhatItUsedBefore() {
        Map<String, Use> before = Map.of("1", new Use("kworker/0:1-events", 4000), "2", new Use("java", 50));
        Map<String, Use> after = Map.of("1", new Use("kworker/0:1-mm_percpu_wq", 4000), "2", new Use("java", 60));

        assertThat(TopPrograms.names(before, after)).isEqualTo("java");
    }

    @Test
    void aProcessThatEndedDoesNotHideTheOthersOfItsName() {
        Map<String, Use> before = Map.of("1", new Use("java", 4000), "2", new Use("java", 50), "3", new Use("sh", 1));
        Map<String, Use> after = Map.of("2", new Use("java", 70), "3", new Use("sh", 2));

        assertThat(TopPrograms.names(before, after)).isEqualTo("java sh");
    }
}
