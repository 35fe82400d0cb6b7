package dev.perfagent.cli.view.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResourceRatingTest {
    @ParameterizedTest
    @CsvSource({
        "69.9, normal, normal, normal",
        "70, high, high, normal",
        "80, high, high, high",
        "85, critical, high, high",
        "90, critical, critical, critical",
    })
    void usedMemoryCpuAndDiskHaveTheirBands(double percent, String memory, String cpu, String disk) {
        assertThat(ResourceRating.memory(percent)).isEqualTo(memory);
        assertThat(ResourceRating.cpu(percent)).isEqualTo(cpu);
        assertThat(ResourceRating.disk(percent)).isEqualTo(disk);
    }

    @ParameterizedTest
    @CsvSource({"100, excellent", "99.9, good", "90, good", "89.9, acceptable", "80, acceptable", "79.9, poor"})
    void theScoreHasItsBands(double score, String band) {
        assertThat(ResourceRating.score(score)).isEqualTo(band);
    }

    @Test
    void whatIsNotKnownHasNoBand() {
        assertThat(ResourceRating.cpu(null)).isEqualTo("unknown");
        assertThat(ResourceRating.score(null)).isNull();
    }
}
