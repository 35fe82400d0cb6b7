package dev.perfagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PhaseTimesTest {
    @TempDir
    private Path folder;

    private PhaseTimes times(String... lines) throws IOException {
        return PhaseTimes.read(Files.writeString(folder.resolve("phases.log"), String.join("\n", lines) + "\n"));
    }

    @Test
    void aSampleBelongsToTheInnermostPhaseOfItsThread() throws IOException {
        PhaseTimes times = times(
                "A 1000 0", "B 1 10 outer", "B 1 20 inner one", "E 1 30 inner one", "E 1 40 outer", "B 2 15 other");

        assertThat(times.of(1, 1009)).isEqualTo(PhaseTimes.NONE);
        assertThat(times.of(1, 1015)).isEqualTo("outer");
        assertThat(times.of(1, 1025)).isEqualTo("inner one");
        assertThat(times.of(1, 1035)).isEqualTo("outer");
        assertThat(times.of(1, 1041)).isEqualTo(PhaseTimes.NONE);
        assertThat(times.of(2, 1025)).isEqualTo("other");
        assertThat(times.of(3, 1025)).isEqualTo(PhaseTimes.NONE);
    }

    @Test
    void aPhaseInWhichTheProcessEndedCountsUntilTheLastEntry() throws IOException {
        PhaseTimes times = times("A 0 0", "B 1 10 outer", "B 1 20 inner", "E 1 50 inner");

        assertThat(times.wallNanos()).containsEntry("inner", 30L).containsEntry("outer", 40L);
        assertThat(times.names()).containsExactly("outer", "inner");
    }

    @Test
    void whatTheJvmDoesForAllBelongsToThePhaseThatAnyThreadIsIn() throws IOException {
        PhaseTimes times = times("A 0 0", "B 7 10 loading", "E 7 20 loading");

        assertThat(times.ofAny(15)).isEqualTo("loading");
        assertThat(times.ofAny(25)).isEqualTo(PhaseTimes.NONE);
    }

    @Test
    void mainIsTheFirstThreadOrTheThirdFromJdk21On() throws IOException {
        assertThat(times("A 0 0", "B 1 10 loading", "B 3 12 loading").mainThread())
                .isEqualTo(1);
        assertThat(times("A 0 0", "B 3 10 loading", "B 30 12 loading").mainThread())
                .isEqualTo(3);
    }

    @Test
    void aProcessWithoutALogHasNoPhases() throws IOException {
        assertThat(PhaseTimes.read(folder.resolve("none.log")).of(1, 5)).isEqualTo(PhaseTimes.NONE);
    }
}
