package dev.perfagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AsyncProfilerTest {
    /** Of small objects few are sampled, so each stands for many; of those as large as the distance 63 %. */
    @ParameterizedTest
    @CsvSource({"16, 65544", "65536, 103676", "6553600, 6553600"})
    void aSampledObjectStandsForThoseThatWereNot(long size, long bytes) {
        assertThat(AsyncProfiler.allocated(size)).isEqualTo(bytes);
    }
}
