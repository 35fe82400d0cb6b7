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

/** Keeps what a cold run found out: the plan for the next run, and the report of what matched. */
final class WovenClasses {
    private final Home home;
    private final PlanStore plans;
    private final PlanKey key;
    private final Plan plan;
    private final ColdPath cold;
    private final @Nullable String configFolder;
    private final List<String> problems;

    WovenClasses(
            Home home,
            PlanStore plans,
            PlanKey key,
            Plan plan,
            ColdPath cold,
            @Nullable String configFolder,
            List<String> problems) {
        this.home = home;
        this.plans = plans;
        this.key = key;
        this.plan = plan;
        this.cold = cold;
        this.configFolder = configFolder;
        this.problems = problems;
    }

    /** Does nothing in a warm run. */
    void keep(Run run, Map<Integer, Long> callsByRule) throws IOException {
        Weaver weaver = cold.usedWeaver();
        if (weaver == null || !plan.isChanged()) {
            return;
        }
        plan.learn(weaver);
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
