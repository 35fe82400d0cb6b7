package dev.perfagent.plan;

import dev.perfagent.application.Application;
import dev.perfagent.settings.Configuration;
import dev.perfagent.settings.Settings;
import dev.perfagent.threshold.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one run found out and the next ones need not: the compiled settings, the application's name, and what became of its
 * classes. Safe for concurrent use.
 */
public final class Plan {
    private final Settings settings;
    private final Application application;
    private final List<String> problems;
    private final byte[] handoffClass;
    private final byte[] receiverClass;
    private List<String> watched;
    private final List<RuleMatch> matches = new ArrayList<>();
    private final byte @Nullable [] thresholds;
    private byte @Nullable [] earlierMatches;
    private byte[] earlyClasses = {};
    /** Hash of the only command line that they are for; 0 for each. */
    private int earlyCommand;

    private final ClassEntries classes = new ClassEntries();
    private final Coverage coverage = new Coverage();

    /**
     * Without any class yet.
     *
     * @param problems of the configuration, a line each
     * @param thresholds as {@link ThresholdCodec} writes them; null for the standard ones
     * @param handoffClass see {@link dev.perfagent.hook.BootHandoff}
     * @param receiverClass likewise
     * @param watched see {@link Weaver#watched}
     */
    Plan(
            Settings settings,
            Application application,
            List<String> problems,
            byte @Nullable [] thresholds,
            byte[] handoffClass,
            byte[] receiverClass,
            List<String> watched) {
        this.settings = settings;
        this.application = application;
        this.problems = List.copyOf(problems);
        this.thresholds = thresholds;
        this.handoffClass = handoffClass;
        this.receiverClass = receiverClass;
        this.watched = watched;
    }

    /**
     * The plan of a first run, without any class yet.
     *
     * @param problems of the configuration, a line each
     * @param handoffClass see {@link dev.perfagent.hook.BootHandoff}
     * @param receiverClass likewise
     * @param watched see {@link Weaver#watched}
     */
    public static Plan first(
            Configuration configuration,
            Application application,
            List<String> problems,
            byte[] handoffClass,
            byte[] receiverClass,
            List<String> watched) {
        Thresholds thresholds = configuration.thresholds();
        return new Plan(
                configuration.settings(),
                application,
                problems,
                thresholds == null ? null : ThresholdCodec.write(thresholds),
                handoffClass,
                receiverClass,
                watched);
    }

    /** The compiled settings. */
    public Settings settings() {
        return settings;
    }

    /** The application as it was started. */
    public Application application() {
        return application;
    }

    /** Whether the configuration says anything about what a run is judged by. */
    public boolean hasThresholds() {
        return thresholds != null;
    }

    /** What a run is judged by; read at the end of a run only. */
    public Thresholds thresholds() {
        return thresholds == null ? Thresholds.standard() : ThresholdCodec.read(thresholds);
    }

    byte @Nullable [] thresholdBytes() {
        return thresholds;
    }

    /** What is wrong in the configuration, a line each. */
    public List<String> problems() {
        return problems;
    }

    /** The hand-off under its boot name, as a class file; not to be changed. */
    public byte[] handoffClass() {
        return handoffClass;
    }

    /** The receiver that extends it, as a class file; not to be changed. */
    public byte[] receiverClass() {
        return receiverClass;
    }

    /** See {@link Weaver#watched}. */
    public synchronized List<String> watched() {
        return new ArrayList<>(watched);
    }

    /** What rules and probes matched so far, in this run and the ones before. */
    public synchronized List<RuleMatch> matches() {
        if (earlierMatches != null) {
            matches.addAll(0, MatchCodec.read(earlierMatches));
            earlierMatches = null;
        }
        return new ArrayList<>(matches);
    }

    /** Names, with dots and a line each, of classes that the application loads at its start if it is started so. */
    public synchronized byte[] earlyClasses(String javaCommand) {
        return earlyCommand == 0 || earlyCommand == hash(javaCommand) ? earlyClasses : new byte[0];
    }

    /**
     * Has the next runs load those ahead, if no others are known: a process may run several commands, the first is at its start.
     *
     * @param javaCommand with which the application loads them; null if it does with each
     */
    public synchronized void loadEarly(byte[] names, @Nullable String javaCommand) {
        if (earlyClasses.length == 0) {
            earlyClasses = names;
            earlyCommand = javaCommand == null ? 0 : hash(javaCommand);
        }
    }

    /** Never 0. */
    private static int hash(String javaCommand) {
        return javaCommand.hashCode() | 1;
    }

    synchronized void writeEarly(ByteWriter out) {
        out.blob(earlyClasses);
        out.integer(earlyCommand);
    }

    synchronized void readEarly(ByteReader in) {
        earlyClasses = in.requiredBlob();
        earlyCommand = in.integer();
    }

    /** The classes that the weaver was asked about. */
    public ClassEntries classes() {
        return classes;
    }

    /** Whether those are all that there are. */
    public Coverage coverage() {
        return coverage;
    }

    /** Whether this run has added anything that is not kept yet. */
    public boolean isChanged() {
        return classes.isChanged() || coverage.isChanged();
    }

    /** What this run has added is kept. */
    public void markKept() {
        classes.markKept();
        coverage.markKept();
    }

    /** Takes over what the weaver knows at the end of a run. */
    public synchronized void learn(Weaver weaver) {
        Set<String> all = new LinkedHashSet<>(watched);
        all.addAll(weaver.watched());
        watched = new ArrayList<>(all);
        List<RuleMatch> known = matches();
        for (RuleMatch match : weaver.matches()) {
            if (!isKnown(known, match) && !isRefused(match.rule())) {
                matches.add(match);
            }
        }
    }

    /**
     * Does not use the rules that the weaver has refused since the plan was made: the next run weaves everything afresh without
     * them.
     *
     * @return why they are refused; empty when no more are
     */
    public synchronized List<RuleMatch> refuse(List<RuleMatch> matchesOfWeaver) {
        List<RuleMatch> refused = new ArrayList<>();
        for (RuleMatch match : matchesOfWeaver) {
            if (match.isOfRefusedRule() && !isRefused(match.rule())) {
                refused.add(match);
            }
        }
        if (!refused.isEmpty()) {
            classes.clear();
            coverage.leaveOpen(CoverageGap.NOT_ASKED);
            matches.clear();
            matches.addAll(refused);
        }
        return refused;
    }

    /** Whether the rule at that index of the settings is not used. */
    private boolean isRefused(int rule) {
        for (RuleMatch match : matches()) {
            if (match.isOfRefusedRule() && match.rule() == rule) {
                return true;
            }
        }
        return false;
    }

    /** By hand: a record's own equals goes through invokedynamic, which a cold JVM pays 10 ms for. */
    private static boolean isKnown(List<RuleMatch> matches, RuleMatch match) {
        for (RuleMatch known : matches) {
            if (known.rule() == match.rule()
                    && known.subject().equals(match.subject())
                    && known.className().equals(match.className())
                    && known.methods().equals(match.methods())
                    && (known.refusal() == null) == (match.refusal() == null)) {
                return true;
            }
        }
        return false;
    }

    synchronized void restore(byte[] matchesOfEarlierRuns) {
        earlierMatches = matchesOfEarlierRuns;
    }
}
