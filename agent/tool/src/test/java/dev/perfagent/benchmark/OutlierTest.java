package dev.perfagent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.benchmark.Outlier.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlierTest {
    @Test
    void anOddRunIsNamedWithTheReasonThatItsFiguresBearOut() {
        List<Measurement> runs = new ArrayList<>();
        runs.add(new Measurement(1, 200, 0, 50.0, 40.0, null, 0.0, 0.0));
        for (int i = 2; i <= 20; i++) {
            runs.add(new Measurement(i, 100 + i % 5, 0, 50.0, 40.0, null, 0.0, 0.02));
        }
        runs.add(new Measurement(21, 180, 0, 50.0, 40.0, null, 70.0, 0.05));
        runs.add(new Measurement(22, 180, 0, 50.0, 40.0, null, null, 0.5));
        runs.add(new Measurement(23, 180, 0, 120.0, 40.0, null, 0.0, 0.02));
        runs.add(new Measurement(24, 180, 0, null, null, null, null, null));

        assertThat(Outlier.of(runs))
                .extracting(Outlier::reason)
                .containsExactly(
                        Reason.FIRST_RUN, Reason.CONTENTION, Reason.CONTENTION, Reason.MORE_CPU, Reason.UNKNOWN);
        assertThat(Outlier.of(runs.subList(1, 20))).isEmpty();
        assertThat(Outlier.of(runs.subList(0, 4))).isEmpty();
    }
}
