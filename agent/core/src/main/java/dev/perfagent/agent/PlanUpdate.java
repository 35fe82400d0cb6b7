package dev.perfagent.agent;

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
 * Keeps what a run found out: the plan for the next run, and the report of what matched.
 *
 * @param configFolder null for none
 * @param problems of options and configuration
 */
record PlanUpdate(
        AgentOutput output,
        @Nullable String configFolder,
        List<String> problems,
        PlanStore plans,
        PlanKey key,
        WeavingTransformer transformer) {

    /** Keeps what is new since it was last kept. */
    void keep(Run run, Map<Integer, Long> callsByRule) throws IOException, ReflectiveOperationException {
        Plan plan = transformer.plan();
        ColdPath cold = transformer.coldPath();
        Weaver weaver = cold == null ? null : cold.usedWeaver();
        if (cold != null && weaver != null) {
            if (plan.isChanged()) {
                keepWoven(cold, weaver, run, callsByRule);
            }
        } else if (run.self().watchedMs() != null && transformer.hasMissedLoaders()) {
            output.log()
                    .tell("the application created a class loader after perf-agent had stopped watching class loading: "
                            + "what its classes did is missing from this run; later runs watch for them");
            plan.coverage().otherLoaderSeen();
            save(plan);
        } else if (plan.isChanged()) {
            save(plan);
        }
    }

    private void keepWoven(ColdPath cold, Weaver weaver, Run run, Map<Integer, Long> callsByRule)
            throws IOException, ReflectiveOperationException {
        Plan plan = transformer.plan();
        plan.learn(weaver);
        List<RuleMatch> matches = plan.matches(); // those of classes that were loaded: the others are asked about below
        try {
            // The number comes from the counters in question.
            cold.complete(plan, weaver, run.resourceUsage().classesLoaded() != null);
        } catch (IOException | RuntimeException | LinkageError failure) {
            output.log()
                    .tell(
                            "which classes are still to be loaded is not known, so class loading is watched in each run",
                            failure);
        }
        save(plan);
        logUnknownVersions(weaver.matches());
        new MatchReport(output.home())
                .write(run, configFolder, problems, plan.settings().rules(), callsByRule, matches, weaver.probes());
    }

    private void save(Plan plan) throws IOException {
        plans.save(key, plan);
        plan.markKept();
    }

    /** A library of another version than its probe knows is observed in part only, and nothing else would say so. */
    private void logUnknownVersions(List<RuleMatch> matches) {
        for (RuleMatch match : matches) {
            if (match.rule() == RuleMatch.PROBE && match.refusal() != null) {
                StringBuilder methods = new StringBuilder();
                for (String method : match.methods()) {
                    methods.append(methods.length() == 0 ? "" : ", ").append(method);
                }
                output.log()
                        .tell(match.subject() + " is not fully observed: " + match.className() + ", " + methods + ": "
                                + match.refusal());
            }
        }
    }
}
