package dev.perfagent.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Severity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ResultTest {
    @Test
    void theyStandFromGoodToBad() {
        assertThat(Arrays.stream(Result.values()).map(Result::text))
                .containsExactly(
                        "improved",
                        "better_within_tolerance",
                        "ok",
                        "worse_within_tolerance",
                        "inconclusive",
                        "warning",
                        "critical");
    }

    @Test
    void whatIsAgainstARunHasASeverityAndStandsLast() {
        for (Result result : Result.values()) {
            assertThat(result.isAgainst())
                    .as(result.text())
                    .isEqualTo(result.severity() != null)
                    .isEqualTo(result.isAtLeast(Severity.WARNING))
                    .isEqualTo(result.compareTo(Result.WARNING) >= 0);
            assertThat(result.isAtLeast(Severity.CRITICAL)).isEqualTo(result == Result.CRITICAL);
            assertThat(result.isAtLeast(null)).isFalse();
        }
    }
}
