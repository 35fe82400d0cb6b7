package dev.perfagent.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @Test
    void listsAndRangesAreCombined() {
        assertThat(Parameters.combinations(List.of("n=1..3", "mode=fast,slow")))
                .containsExactly(
                        Map.of("n", "1", "mode", "fast"),
                        Map.of("n", "1", "mode", "slow"),
                        Map.of("n", "2", "mode", "fast"),
                        Map.of("n", "2", "mode", "slow"),
                        Map.of("n", "3", "mode", "fast"),
                        Map.of("n", "3", "mode", "slow"));
        assertThat(Parameters.combinations(List.of("x=0..1/0.5")))
                .containsExactly(Map.of("x", "0"), Map.of("x", "0.5"), Map.of("x", "1.0"));
        assertThat(Parameters.combinations(List.of())).containsExactly(Map.of());
    }

    @Test
    void valuesComeInPlaceOfTheirNames() {
        assertThat(Parameters.put(List.of("make", "-j{n}", "{other}"), Map.of("n", "4")))
                .containsExactly("make", "-j4", "{other}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "n=", "=1", "n=3..1", "n=1..2/0", "n=1..1000"})
    void whatIsNoParameterIsReported(String text) {
        assertThatThrownBy(() -> Parameters.combinations(List.of(text))).isInstanceOf(IllegalArgumentException.class);
    }
}
