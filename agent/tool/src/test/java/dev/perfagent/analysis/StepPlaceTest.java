package dev.perfagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Contention;
import dev.perfagent.tally.CommandTally;
import dev.perfagent.tally.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A version is named for a change where its runs bear it out, and nowhere else. */
class StepPlaceTest {
    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");

    @Test
    void theReleaseThatMadeItSlowerIsNamed() {
        Change change = onlyChange(300, i -> i < 150 ? 1000 : 1300, i -> i < 150 ? "1" : "2");

        assertThat(change.atRelease()).isTrue();
        assertThat(change.versionBefore() + change.versionAfter()).isEqualTo("12");
    }

    /** 60 of 3000 runs are within 2 %, and all of them say that the release is not the place. */
    @Test
    void aReleaseNearbyIsNotNamed() {
        Change change = onlyChange(3000, i -> i < 1500 ? 1000 : 1300, i -> i < 1450 ? "1" : "2");

        assertThat(change.atRelease()).isFalse();
        assertThat(Duration.between(FIRST.plus(Duration.ofHours(1500)), change.at())
                        .abs())
                .isLessThan(Duration.ofHours(10));
    }

    /** Two versions take turns, before the change and after it. */
    @Test
    void versionsThatTakeTurnsAreNotNamed() {
        Change change = onlyChange(300, i -> i < 150 ? 1000 : 1300, i -> i % 2 == 0 ? "1" : "2");

        assertThat(change.atRelease()).isFalse();
    }

    /** Whoever still runs the old version is slow from then on, too: it was something else. */
    @Test
    void aReleaseWhosePredecessorIsSlowAsWellIsNotNamed() {
        Change change = onlyChange(300, i -> i < 150 ? 1000 : 1300, i -> i < 150 || i % 5 == 0 ? "1" : "2");

        assertThat(change.atRelease()).isFalse();
    }

    private static Change onlyChange(int runs, IntToDoubleFunction ms, IntFunction<String> version) {
        SplittableRandom random = new SplittableRandom(1);
        CommandTally command = new CommandTally();
        for (int i = 0; i < runs; i++) {
            double noise = 0.95 + random.nextDouble() / 10;
            command.addTime(
                    "",
                    FIRST.plus(Duration.ofHours(i)),
                    ms.applyAsDouble(i) * noise,
                    version.apply(i),
                    Contention.UNKNOWN);
        }
        command.sort();
        TimeSeries series = command.machines().get(0).getValue().series();
        TimeModel course = Objects.requireNonNull(TimeModel.of(series, ZoneOffset.UTC));
        List<Change> changes = new ChangeFinder("", series, course, command).changes();
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }
}
