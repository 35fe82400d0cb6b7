package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Home;
import dev.perfagent.journal.MatchReport;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.plan.RuleMatch;
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
        List<String> problems,
        AgentLog log) {

    /** Keeps what is new since it was last kept. */
    void keep(ColdPath cold, Weaver weaver, Run run, Map<Integer, Long> callsByRule)
            throws IOException, ReflectiveOperationException {
        if (!plan.isChanged()) {
            return;
        }
        plan.learn(weaver);
        List<RuleMatch> matches = plan.matches(); // those of classes that were loaded: no survey yet
        try {
            // The number comes from the counters in question.
            cold.complete(plan, weaver, run.resourceUsage().classesLoaded() != null);
        } catch (IOException | RuntimeException | LinkageError failure) {
            log.tell(
                    "which classes are still to be loaded is not known, so class loading is watched in each run",
                    failure);
        }
        plans.save(key, plan);
        plan.markKept();
        logUnknownVersions(weaver.matches());
        new MatchReport(home)
                .write(run, configFolder, problems, plan.settings().rules(), callsByRule, matches, weaver.probes());
    }

    /** A library of another version than its probe knows is observed in part only, and nobody else would say so. */
    private void logUnknownVersions(List<RuleMatch> matches) {
        for (RuleMatch match : matches) {
            if (match.rule() == RuleMatch.PROBE && match.refusal() != null) {
                StringBuilder methods = new StringBuilder();
                for (String method : match.methods()) {
                    methods.append(methods.length() == 0 ? "" : ", ").append(method);
                }
                log.tell(match.subject() + " is not fully observed: " + match.className() + ", " + methods + ": "
                        + match.refusal());
            }
        }
    }
}
