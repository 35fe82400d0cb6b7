package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which runs a plan has load classes ahead. */
final class EarlyClassesTest {
    private static final byte[] NAMES = Plans.bytes("app.Main\n");

    private final Plan plan = Plans.small("early");

    @Test
    void noneAtFirst() {
        assertThat(plan.earlyClasses("app.Main")).isEmpty();
    }

    @Test
    void allOfThemWhereEachCommandLoadsTheSame() {
        plan.loadEarly(NAMES, null);

        assertThat(plan.earlyClasses("app.Main one")).isEqualTo(NAMES);
        assertThat(plan.earlyClasses("app.Main two")).isEqualTo(NAMES);
    }

    @Test
    void elseThoseWithTheSameCommandLine() {
        plan.loadEarly(NAMES, "app.Main one");

        assertThat(plan.earlyClasses("app.Main one")).isEqualTo(NAMES);
        assertThat(plan.earlyClasses("app.Main two")).isEmpty();
    }

    /** A shell's second command is not at its start. */
    @Test
    void whatTheFirstCommandOfAProcessLoadedIsKept() {
        plan.loadEarly(NAMES, "app.Shell");
        plan.loadEarly(Plans.bytes("app.Main\napp.Second\n"), null);

        assertThat(plan.earlyClasses("app.Shell")).isEqualTo(NAMES);
        assertThat(plan.earlyClasses("app.Shell other")).isEmpty();
    }
}
