package dev.perfagent.tip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Measure;
import dev.perfagent.threshold.JudgedRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EveryMeasureTest {
    /** Also of a run of which hardly anything is known. */
    @ParameterizedTest
    @EnumSource
    void isAdvisedOn(Measure measure) {
        assertThat(Tips.of(measure, "batch", JudgedRun.took(1000).run())).doesNotContainNull();
    }
}
