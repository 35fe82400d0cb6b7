package dev.perfagent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MetricsCollectorTest {
    private final MetricsCollector metrics = new MetricsCollector();

    @Test
    void measuredWorkGivesItsValueAndItsTimes() throws Exception {
        Instant before = Instant.ofEpochMilli(System.currentTimeMillis());

        Measurement<String> measured = metrics.measure("read", "a.txt", () -> "text");

        Instant after = Instant.ofEpochMilli(System.currentTimeMillis());
        assertThat(measured.value()).isEqualTo("text");
        assertThat(measured.success()).isTrue();
        assertThat(measured.error()).isEmpty();
        assertThat(measured.start()).isBetween(before, after);
        assertThat(measured.end()).isEqualTo(measured.start().plus(measured.duration()));
        assertThat(measured.duration()).isPositive();
        assertThat(metrics.entries()).containsExactly(measured.entry());
        assertThat(measured.entry().target()).contains("a.txt");
    }

    @Test
    void aFailureIsRecordedAndThrownOn() {
        IOException failure = new IOException("gone");

        assertThatThrownBy(() -> metrics.measure("read", "a.txt", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThatThrownBy(() -> metrics.run("work", "", () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        MetricsEntry entry = metrics.entries().get(0);
        assertThat(entry.success()).isFalse();
        assertThat(entry.error()).contains(new Failure("java.io.IOException", Optional.of("gone")));
        assertThat(metrics.entries()).hasSize(2);
    }

    @Test
    void anExceptionThatCannotSayItsMessageIsRecordedAllTheSame() {
        RuntimeException broken = new RuntimeException() {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new IllegalStateException("broken");
            }
        };

        assertThatThrownBy(() -> metrics.run("work", "", () -> {
                    throw broken;
                }))
                .isSameAs(broken);

        assertThat(metrics.entries().get(0).error())
                .hasValueSatisfying(error -> assertThat(error.message()).isEmpty());
    }

    @Test
    void labelAndMetadataAreKept() {
        Operation plain = Operation.of("read", "a.txt");
        Operation operation = plain.labelled("nightly")
                .with("size", 3)
                .with("rate", 0.5)
                .with("cached", true)
                .with("kind", "csv");

        MetricsEntry entry = metrics.run(operation, () -> {});

        assertThat(entry.label()).contains("nightly");
        assertThat(entry.metadata())
                .isEqualTo(Map.of("size", 3L, "rate", 0.5, "cached", true, "kind", "csv"))
                .isUnmodifiable();
        assertThat(plain.metadata()).isEmpty();
    }

    @Test
    void startsAndStopsMayBeNested() {
        metrics.start("outer");
        metrics.start("inner");
        metrics.start("inner");

        Duration first = metrics.stop("inner").orElseThrow();
        Duration second = metrics.stop("inner").orElseThrow();
        Duration outer = metrics.stop("outer").orElseThrow();

        assertThat(first).isLessThanOrEqualTo(second);
        assertThat(second).isLessThanOrEqualTo(outer);
        assertThat(metrics.entries()).extracting(MetricsEntry::name).containsExactly("inner", "inner", "outer");
        assertThat(metrics.openStarts()).isZero();
    }

    @Test
    void aStopWithoutStartIsCounted() {
        assertThat(metrics.stop("nothing")).isEmpty();
        metrics.start("open");

        assertThat(metrics.unmatchedStops()).isEqualTo(1);
        assertThat(metrics.openStarts()).isEqualTo(1);
        assertThat(metrics.entries()).isEmpty();
    }

    @Test
    void startsThatNobodyStopsAreBounded() {
        for (int i = 0; i < 10_005; i++) {
            metrics.start("open");
        }

        assertThat(metrics.openStarts()).isEqualTo(10_000);
        assertThat(metrics.failures()).isEqualTo(5);
    }

    @Test
    void theOldestTenthIsDroppedFirst() {
        for (int i = 0; i <= MetricsCollector.STANDARD_MOST_ENTRIES; i++) {
            metrics.run(Operation.of("work").with("number", i), () -> {});
        }

        assertThat(metrics.size()).isEqualTo(9_001);
        assertThat(metrics.dropped()).isEqualTo(1_000);
        assertThat(metrics.entries().get(0).metadata()).containsEntry("number", 1_000L);
        assertThat(metrics.statistics("work").count()).isEqualTo(9_001);
    }

    @Test
    void aSmallCollectorDropsOneAtLeast() {
        MetricsCollector small = new MetricsCollector(0);
        small.run("first", "", () -> {});
        small.run("second", "", () -> {});

        assertThat(small.names()).containsExactly("second");
        assertThat(small.dropped()).isEqualTo(1);
    }

    @Test
    void statisticsAreByName() {
        metrics.run("a", "", () -> {});
        metrics.run("b", "", () -> {});
        metrics.run("a", "other", () -> {});

        assertThat(metrics.names()).containsExactly("a", "b");
        assertThat(metrics.entries("a")).hasSize(2);
        assertThat(metrics.statistics().get("a")).isEqualTo(metrics.statistics("a"));
        assertThat(metrics.statistics("c")).isEqualTo(Statistics.of());
    }

    @Test
    void theLastContextValueOfANameCounts() {
        metrics.context("tasks", 1);
        metrics.context("tasks", 87);
        metrics.context("size", "large");
        metrics.context("rate", 0.5);
        metrics.context("cached", true);

        assertThat(metrics.context()).isEqualTo(Map.of("tasks", 87L, "size", "large", "rate", 0.5, "cached", true));
    }

    @Test
    void aClearedCollectorGoesOnAndAClosedOneOnlyRunsTheWork() throws Exception {
        metrics.run("work", "", () -> {});
        metrics.context("tasks", 1);
        metrics.stop("nothing");
        metrics.clear();
        assertThat(metrics.entries()).isEmpty();
        assertThat(metrics.context()).isEmpty();
        assertThat(metrics.unmatchedStops()).isZero();
        metrics.run("work", "", () -> {});
        assertThat(metrics.size()).isEqualTo(1);

        metrics.close();
        metrics.close();

        assertThat(metrics.measure("work", "", () -> 42).value()).isEqualTo(42);
        assertThat(metrics.entries()).isEmpty();
    }

    @Test
    @SuppressWarnings("resource") // it is that of the process
    void theCollectorOfTheProcessIsOneAndStaysOpen() {
        MetricsCollector first = MetricsCollector.ofProcess();
        first.close();
        first.run("work", "", () -> {});

        assertThat(MetricsCollector.ofProcess()).isSameAs(first);
        assertThat(first.names()).containsExactly("work");
        first.clear();
    }

    @Test
    @SuppressWarnings("NullAway") // what callers do
    void whatACallerForgotIsNoReasonToFail() throws Exception {
        assertThat(metrics.measure(null, null, () -> 1).value()).isEqualTo(1);
        assertThat(metrics.measure((Operation) null, () -> 2).value()).isEqualTo(2);
        metrics.start(null);
        assertThat(metrics.stop(" ")).isPresent();
        metrics.context(null, (String) null);
        metrics.run("x".repeat(200), "y".repeat(2_000), () -> {});

        assertThat(metrics.names()).containsExactly("unnamed", "x".repeat(100));
        assertThat(metrics.entries().get(3).target()).contains("y".repeat(1_000));
        assertThat(metrics.failures()).isZero();
    }
}
