package dev.perfagent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChildCpuTest {
    @Test
    void readsTheTimesOfEndedChildrenBehindAnOddName() {
        String stat = "42 (a) b 1) S 1 2 3 4 5 6 7 8 9 10 11 12 250 50 20 0 30";

        assertThat(ChildCpu.parse(stat)).isEqualTo(3.0);
    }
}
