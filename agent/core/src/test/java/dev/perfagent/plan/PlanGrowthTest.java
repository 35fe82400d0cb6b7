package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A plan that every run adds to would be read as a whole by every start, and one day be too large to keep. */
final class PlanGrowthTest {
    private static final int RUNS = 300;

    /** What another agent rewrites differently each time, and a plan keeps of it. */
    private static final int MOST_FORMS = 50;

    @Test
    void aClassThatIsAnotherInEveryRun() {
        Plan plan = Plans.small("growing");
        for (int run = 0; run < RUNS; run++) {
            plan.classes()
                    .learn(
                            LoaderKind.SYSTEM,
                            "org/example/Other",
                            Plans.bytes("form " + run),
                            Plans.bytes("woven " + run));
            plan = Objects.requireNonNull(PlanStore.parse(Plans.KEY, PlanStore.format(Plans.KEY, plan)));
        }

        assertThat(plan.classes().entries()).hasSizeLessThanOrEqualTo(1 + MOST_FORMS);
        assertThat(plan.classes().find(LoaderKind.SYSTEM, "org/example/Main", Plans.bytes("original of growing")))
                .isEqualTo(Plans.bytes("woven of growing"));
    }

    @Test
    void theSameClassLearntTwice() {
        Plan plan = Plans.small("twice");
        int before = plan.classes().entries().size();
        for (int i = 0; i < 2; i++) {
            plan.classes().learn(LoaderKind.OTHER, "org/example/Twin", Plans.bytes("one"), Plans.bytes("woven"));
        }

        assertThat(plan.classes().entries()).hasSize(before + 1);
    }
}
