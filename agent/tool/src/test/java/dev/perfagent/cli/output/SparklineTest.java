package dev.perfagent.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void theSmallestIsLowestAndTheGreatestHighest() {
        assertThat(Sparkline.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)))
                .isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(Sparkline.of(List.of(8.0, 1.0))).isEqualTo("█▁");
    }

    @Test
    void whatIsMissingIsBlank() {
        assertThat(Sparkline.of(Arrays.asList(1.0, null, 8.0))).isEqualTo("▁ █");
        assertThat(Sparkline.of(List.of())).isEmpty();
    }

    @Test
    void smallDifferencesAreNotBlownUp() {
        assertThat(Sparkline.of(List.of(100.0, 101.0, 102.0))).isEqualTo("▁▁▁");
        assertThat(Sparkline.of(List.of(0.0, 0.0))).isEqualTo("▁▁");
    }
}
