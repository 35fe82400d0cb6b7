package dev.perfagent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MatchLogTest {
    private final MatchLog log = new MatchLog();

    @Test
    void nearMissesOfOneRuleDoNotCrowdOutTheRest() {
        for (int i = 0; i < 5000; i++) {
            log.add(0, "phases: wide", "com/example/C" + i, List.of());
        }
        log.add(0, "phases: narrow", "com/example/D", List.of("run"));

        assertThat(log.entries()).hasSize(21).last().satisfies(match -> assertThat(match.className())
                .isEqualTo("com.example.D"));
    }

    @Test
    void thereIsAnEnd() {
        for (int i = 0; i < 5000; i++) {
            log.add(0, "phases: wide", "com/example/C" + i, List.of("run"));
        }

        assertThat(log.entries()).hasSize(1000);
    }
}
