package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.application.Application;
import dev.perfagent.settings.Configuration;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.Thresholds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A plan read again is the one that was written. */
final class PlanCodecTest {
    @Test
    void everyFieldComesBack() {
        Plan plan = Plans.full();

        Plan read = writtenAndRead(plan);

        Plans.assertSame(read, plan);
        assertThat(read.isChanged()).isFalse();
    }

    @Test
    void soDoesAPlanWithNothingInIt() {
        Plan plan = Plan.first(
                Configuration.standard(),
                new Application(null, null, ""),
                List.of(),
                new byte[0],
                new byte[0],
                List.of());

        Plans.assertSame(writtenAndRead(plan), plan);
    }

    @Test
    void writingItAgainChangesNothing() {
        Plan once = writtenAndRead(Plans.full());

        Plans.assertSame(writtenAndRead(writtenAndRead(once)), once);
    }

    @Test
    void eachEntryIsFoundByItsLoaderAndBytesOnly() {
        Plan read = writtenAndRead(Plans.full());

        for (LoaderKind loader : LoaderKind.values()) {
            byte[] original = Plans.bytes("one in " + loader);
            assertThat(read.classes().find(loader, "org/example/Twin", original))
                    .isEqualTo(Plans.bytes("woven in " + loader));
            for (LoaderKind other : LoaderKind.values()) {
                if (other != loader) {
                    assertThat(read.classes().find(other, "org/example/Twin", original))
                            .isSameAs(ClassEntries.UNKNOWN);
                }
            }
        }
        assertThat(read.classes().find(LoaderKind.OTHER, "org/example/Twin", Plans.bytes("two")))
                .isEqualTo(Plans.bytes("woven two"));
        assertThat(read.classes().find(LoaderKind.OTHER, "org/example/Twin", Plans.bytes("three")))
                .isNull();
        assertThat(read.classes().find(LoaderKind.OTHER, "org/example/Twin", Plans.bytes("four!")))
                .isSameAs(ClassEntries.UNKNOWN);
        assertThat(read.classes().find(LoaderKind.SYSTEM, "org/example/Nothing", Plans.bytes("nothing to do")))
                .isNull();
        assertThat(read.classes().find(LoaderKind.SYSTEM, "org/example/Other", Plans.bytes("nothing to do")))
                .isSameAs(ClassEntries.UNKNOWN);
    }

    @Test
    void whatALaterRunLearnsIsAddedToWhatWasKnown() {
        Plan later = writtenAndRead(Plans.full());
        later.classes().learn(LoaderKind.SYSTEM, "org/example/New", Plans.bytes("new"), Plans.bytes("woven new"));

        assertThat(later.isChanged()).isTrue();
        Plan last = writtenAndRead(later);

        Plans.assertSame(last, later);
        assertThat(last.classes().entries())
                .hasSize(Plans.full().classes().entries().size() + 1);
        assertThat(last.matches()).isEqualTo(Plans.full().matches());
    }

    @Test
    void theMostRequestsComeBackToTheLast() {
        for (long most : new long[] {0, 1, Integer.MAX_VALUE, 1L << 53}) {
            Budget budget = new Budget(Map.of(Limit.MAX_API_REQUESTS, (double) most), Map.of(), List.of());
            Thresholds thresholds = new Thresholds(
                    new Benchmarks(null, null, Map.of("batch", budget), List.of()),
                    Thresholds.standard().alerts(),
                    Notification.STANDARD);

            assertThat(ThresholdCodec.read(ThresholdCodec.write(thresholds))
                            .benchmarks()
                            .budget("batch"))
                    .isEqualTo(budget);
        }
    }

    private static Plan writtenAndRead(Plan plan) {
        return Objects.requireNonNull(PlanStore.parse(Plans.KEY, PlanStore.format(Plans.KEY, plan)));
    }
}
