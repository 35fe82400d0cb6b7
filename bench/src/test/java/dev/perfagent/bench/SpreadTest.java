package dev.perfagent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpreadTest {
    @Test
    void leastMedianAndQuartilesAreValuesThatWereMeasured() {
        assertThat(Spread.of(List.of(5.0, 1.0, 4.0, 2.0, 3.0))).isEqualTo(new Spread(1, 2, 3, 4));
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7, 7));
    }

    @Test
    void whatIsComparedIsOfOneRound() {
        List<Sample> mine = List.of(wall(110), wall(1010), wall(60));
        List<Sample> theirs = List.of(wall(100), wall(1000), wall(50));

        assertThat(Spread.paired(mine, theirs, Sample::wallMs, (one, other) -> one - other))
                .isEqualTo(new Spread(10, 10, 10, 10));
    }

    @Test
    void whatIsMissingOnceIsNotTold() {
        assertThat(Spread.of(List.of(wall(1)), Sample::cpuMs)).isNull();
    }

    private static Sample wall(double ms) {
        return new Sample(ms, null, null);
    }
}
