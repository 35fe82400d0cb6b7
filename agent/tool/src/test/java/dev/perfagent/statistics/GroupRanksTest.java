package dev.perfagent.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranks that are found once for all groups give what Commons Statistics finds for each. */
class GroupRanksTest {
    @ParameterizedTest
    @CsvSource({
        "6, 7, 1000",
        "49, 49, 1000",
        "49, 49, 5",
        "50, 6, 1000",
        "6, 50, 1000",
        "50, 50, 3",
        "300, 2000, 40",
        "60, 9, 1"
    })
    void aGroupDiffersFromTheOthersAsByMannAndWhitney(int size, int rest, int values) {
        SplittableRandom random = new SplittableRandom(176);
        Sample group = Sample.of(random.ints(size, 0, values).asDoubleStream().toArray());
        Sample others = Sample.of(
                random.ints(rest, 0, values).mapToDouble(value -> value * 1.2).toArray());
        GroupRanks ranks = GroupRanks.of(List.of(group, others));

        assertThat(ranks.pValue(group, others)).isCloseTo(MannWhitney.pValue(group, others), within(1e-12));
        assertThat(ranks.pValue(others, group)).isCloseTo(MannWhitney.pValue(others, group), within(1e-12));
        double n = size + rest;
        assertThat(ranks.sum(group) + ranks.sum(others)).isCloseTo(n * (n + 1) / 2, within(1e-6));
    }
}
