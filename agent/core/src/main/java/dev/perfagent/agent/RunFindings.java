package dev.perfagent.agent;

import dev.perfagent.journal.MatchReport;
import dev.perfagent.plan.CoverageGap;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.plan.RuleMatch;
import dev.perfagent.plan.Weaver;
import dev.perfagent.record.Recording;
import dev.perfagent.run.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a run found out: the plan for the next run, and the report of what matched. Most runs find out nothing new, so they
 * do not load this class.
 *
 * @param configFolder null for none
 * @param problems of options and configuration
 * @param plans null where no later run is to go by the plan
 * @param key likewise
 */
record RunFindings(
        AgentOutput output,
        @Nullable String configFolder,
        List<String> problems,
        @Nullable PlanStore plans,
        @Nullable PlanKey key,
        WeavingTransformer transformer) {

    /** Keeps what is new since it was last kept. */
    void keep(Run run, Recording recording) throws IOException, ReflectiveOperationException {
        Plan plan = transformer.plan();
        ColdPath cold = transformer.coldPath();
        Weaver weaver = cold == null ? null : cold.usedWeaver();
        if (cold != null && weaver != null) {
            if (plan.isChanged()) {
                keepWoven(cold, weaver, run, recording);
            }
        } else if (run.self().watchedMs() != null && transformer.hasMissedLoaders()) {
            output.log()
                    .report("the application created a class loader after perf-agent had stopped watching class"
                            + " loading: what its classes did is missing from this run; later runs watch for"
                            + " them");
            plan.coverage().otherLoaderSeen();
            save(plan);
        } else if (plan.isChanged()) {
            if (plan.coverage().gap() == CoverageGap.CHANGED_FOLDERS) {
                transformer.takeOverFolders();
            }
            save(plan);
        }
    }

    private void keepWoven(ColdPath cold, Weaver weaver, Run run, Recording recording)
            throws IOException, ReflectiveOperationException {
        Plan plan = transformer.plan();
        List<RuleMatch> refused = plan.refuse(weaver.matches());
        if (!refused.isEmpty()) {
            report(refused);
            save(plan);
            writeReport(run, recording, weaver, weaver.matches());
            return;
        }
        plan.learn(weaver);
        LoadedNames loaded = transformer.loaded();
        if (loaded != null && !cold.meetsLauncherAgent()) {
            long read = recording.lineReadNanos();
            String command = read == 0 ? String.valueOf(System.getProperty("sun.java.command")) : null;
            plan.loadEarly(WholeClasses.lines(loaded.early(read), ClassLoader.getSystemClassLoader()), command);
        }
        if (!plan.watched().containsAll(weaver.watchedAtFirst())) {
            plan.classes().forget(weaver.lookedAtFirst());
        }
        List<RuleMatch> matches = plan.matches(); // those of classes that were loaded: the others are asked about below
        try {
            // The number comes from the counters in question.
            if (plans != null) {
                cold.complete(plan, weaver, run.resourceUsage().classesLoaded() != null);
                // Of a class that was there before the transformer, the JVM hands over what it has made of it.
                if (!transformer.hasRedefined() && plan.coverage().isComplete() && OwnForms.areAmong(plan.classes())) {
                    plan.coverage().leaveOpen(CoverageGap.OWN_FORMS);
                }
            }
        } catch (IOException | RuntimeException | LinkageError failure) {
            output.log()
                    .report(
                            "which classes are still to be loaded is not known, so class loading is watched in each"
                                    + " run",
                            failure);
        }
        save(plan);
        logUnknownVersions(weaver.matches(), matches);
        writeReport(run, recording, weaver, matches);
    }

    private void report(List<RuleMatch> refused) {
        StringBuilder text = new StringBuilder();
        for (RuleMatch match : refused) {
            String line = "instrumentation.yml: " + match.subject() + ": " + match.refusal();
            output.log().report(line);
            text.append("perf-agent: ").append(line).append(System.lineSeparator());
        }
        if (!output.quiet()) {
            output.console().print(text);
            output.console().flush();
        }
    }

    private void writeReport(Run run, Recording recording, Weaver weaver, List<RuleMatch> matches) throws IOException {
        LoadedNames loaded = transformer.loaded();
        new MatchReport(output.home())
                .write(
                        run,
                        configFolder,
                        problems,
                        transformer.plan().settings().rules(),
                        recording.callsByRule(),
                        recording.withoutValue(),
                        matches,
                        subjects(weaver.probes(), matches),
                        new NearestSearch(matches, weaver, loaded == null ? List.of() : loaded.all())
                                .of(transformer.plan().settings().rules()));
    }

    /** The probes, and the libraries that were loaded though there is no probe for them. */
    private static List<String> subjects(List<String> probes, List<RuleMatch> matches) {
        List<String> subjects = new ArrayList<>(probes);
        for (RuleMatch match : matches) {
            if (isOfNoProbe(match) && !subjects.contains(match.subject())) {
                subjects.add(match.subject());
            }
        }
        return subjects;
    }

    /** A library that is not observed at all has no methods that could be. */
    private static boolean isOfNoProbe(RuleMatch match) {
        return match.rule() == RuleMatch.PROBE
                && match.refusal() != null
                && match.methods().isEmpty();
    }

    private void save(Plan plan) throws IOException {
        if (plans != null && key != null) {
            plans.save(key, plan);
        }
        plan.markKept();
    }

    /**
     * A library of another version than its probe knows is observed in part only, and nothing else would say so; nor of one that
     * is used and not observed at all.
     *
     * @param loaded those of classes that were loaded: of the others nobody knows whether they are ever used, such as the old
     *     picocli inside Log4j
     */
    private void logUnknownVersions(List<RuleMatch> matches, List<RuleMatch> loaded) {
        for (RuleMatch match : matches) {
            if (match.rule() != RuleMatch.PROBE || match.refusal() == null || !loaded.contains(match)) {
                continue;
            }
            if (isOfNoProbe(match)) {
                output.log().report(match.subject() + " is in use: " + match.refusal());
            } else {
                StringBuilder methods = new StringBuilder();
                for (String method : match.methods()) {
                    methods.append(methods.length() == 0 ? "" : ", ").append(method);
                }
                output.log()
                        .report(match.subject() + " is not fully observed: " + match.className() + ", " + methods + ": "
                                + match.refusal());
            }
        }
    }
}
