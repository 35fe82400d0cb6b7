package dev.perfagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RepetitionTest {
    private final Profile profile = new Profile(ProfileEvent.CPU);

    @Test
    void aNumberIsKeptWhateverWasSampled() {
        Repetition three = Repetition.times(3);
        sample("working", 1000);

        assertThat(isOver(three, 0)).isFalse();
        assertThat(isOver(three, 2)).isFalse();
        assertThat(isOver(three, 3)).isTrue();
    }

    @Test
    void itGoesOnUntilTheLargestPhaseHasEnough() {
        sample("working", 60);
        sample("resting", 1);
        sample(Profile.NO_PHASE, 1000);

        assertThat(isOver(Repetition.AUTO, 0)).isFalse();
        assertThat(isOver(Repetition.AUTO, 1)).isFalse();
        assertThat(profile.hasEnough(Profile.NO_PHASE)).isTrue();
        assertThat(isOver(Repetition.AUTO, 20)).isTrue();

        sample("working", 40);
        assertThat(isOver(Repetition.AUTO, 2)).isTrue();
        assertThat(profile.hasEnough("resting")).isFalse();
    }

    @Test
    void withoutPhasesAllCounts() {
        sample(Profile.NO_PHASE, 100);

        assertThat(isOver(Repetition.AUTO, 1)).isTrue();
    }

    @Test
    void aCommandOfWhichNothingIsSampledIsNotRepeated() {
        assertThat(isOver(Repetition.AUTO, 1)).isTrue();
    }

    @Test
    void norOneThatDoesNotComeToThePhase() {
        sample("working", 1);

        assertThat(Repetition.AUTO.isOver(1, profile, "no such phase")).isTrue();
        assertThat(Repetition.AUTO.isOver(1, profile, "working")).isFalse();
    }

    private boolean isOver(Repetition repetition, int runs) {
        return repetition.isOver(runs, profile, null);
    }

    private void sample(String phase, int times) {
        for (int i = 0; i < times; i++) {
            profile.phase(phase).stack("a.Main.main", 1);
        }
    }
}
