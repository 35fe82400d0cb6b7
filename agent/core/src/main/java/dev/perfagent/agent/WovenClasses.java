package dev.perfagent.agent;

import dev.perfagent.journal.Home;
import dev.perfagent.journal.MatchReport;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.plan.Weaver;
import dev.perfagent.run.Run;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a cold run found out: the plan for the next run, and the report of what matched.
 *
 * @param configFolder null for none
 * @param problems of options and configuration
 */
record WovenClasses(
        Home home,
        PlanStore plans,
        PlanKey key,
        Plan plan,
        @Nullable String configFolder,
        List<String> problems) {

    /** Keeps what is new since it was last kept. */
    void keep(ColdPath cold, Weaver weaver, Run run, Map<Integer, Long> callsByRule)
            throws IOException, ReflectiveOperationException {
        if (!plan.isChanged()) {
            return;
        }
        cold.complete(plan, weaver);
        plans.save(key, plan);
        plan.markKept();
        new MatchReport(home)
                .write(
                        run,
                        configFolder,
                        problems,
                        plan.settings().rules(),
                        callsByRule,
                        plan.matches(),
                        weaver.probes());
    }
}
