package dev.perfagent.plan;

import dev.perfagent.application.Application;
import dev.perfagent.settings.Configuration;
import dev.perfagent.settings.Settings;
import dev.perfagent.threshold.Thresholds;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one run found out and the next ones need not: the compiled settings, the application's name, and every class the weaver
 * was asked about with its answer. Grows while classes are woven; safe for concurrent use.
 */
@SuppressWarnings("EnumOrdinal") // a plan is read by the very jar that wrote it: the jar is in its key
public final class Plan {
    /** The weaver has not been asked about that class yet. */
    public static final byte[] UNKNOWN = new byte[0];

    /** A byte that is no ordinal. */
    private static final int NO_GAP = 0xff;

    private final Settings settings;
    private final Application application;
    private final List<String> problems;
    private final byte[] handoffClass;
    private final byte[] receiverClass;
    private final Set<String> watched = new LinkedHashSet<>();
    private final List<RuleMatch> matches = new ArrayList<>();
    private final byte @Nullable [] thresholds;
    private byte @Nullable [] earlierMatches;
    private final Map<String, List<ClassEntry>> classes = new HashMap<>();
    private List<String> manifestJars = List.of();
    private volatile boolean otherLoaders;
    /** Ordinal of a {@link Gap}: a warm run does without that class. */
    private int gap;

    private boolean changed;

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
        this.watched.addAll(watched);
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

    /** Whether loaders of the application's own have brought classes, in this run or one before. */
    public boolean hasOtherLoaders() {
        return otherLoaders;
    }

    /** A loader of the application's own has brought a class: nobody knows what else it may bring. */
    public void otherLoaderSeen() {
        if (!otherLoaders) {
            synchronized (this) {
                otherLoaders = true;
                changed = true;
            }
        }
    }

    /** Whether every class that may match has been asked about, so that the plan tells which are still to come. */
    public synchronized boolean isComplete() {
        return gap == NO_GAP && !otherLoaders;
    }

    /** Why it is not complete; null when it is. */
    public synchronized @Nullable Gap gap() {
        if (otherLoaders) {
            return Gap.OTHER_LOADERS;
        }
        return gap == NO_GAP ? null : Gap.values()[gap];
    }

    /** It cannot be completed. */
    public synchronized void leaveOpen(Gap reason) {
        gap = reason.ordinal();
    }

    /**
     * Every class that may match has been asked about.
     *
     * @param jars what this rests on beyond the key, see {@link ClassPath#manifestJars}
     */
    public synchronized void completed(List<String> jars) {
        manifestJars = List.copyOf(jars);
        gap = NO_GAP;
    }

    synchronized List<String> manifestJars() {
        return manifestJars;
    }

    /** As {@link #restore} takes it. */
    synchronized int gapNumber() {
        return gap;
    }

    synchronized void restore(boolean otherLoadersSeen, int gapNumber, List<String> jars) {
        otherLoaders = otherLoadersSeen;
        gap = gapNumber;
        manifestJars = jars;
    }

    /** Whether the files that the plan rests on beyond its key are as they were. */
    synchronized boolean restsOnWhatIsThere() {
        for (String stamp : manifestJars) {
            String path = stamp.substring(0, stamp.lastIndexOf(':', stamp.lastIndexOf(':') - 1));
            if (!stamp.equals(PlanKey.stamp(new File(path)))) {
                return false;
            }
        }
        return true;
    }

    /** Internal names of the classes that are to be woven when they are loaded, with who loads them. */
    public synchronized Map<String, LoaderKind> wovenClasses() {
        Map<String, LoaderKind> woven = new HashMap<>();
        for (List<ClassEntry> entries : classes.values()) {
            for (ClassEntry entry : entries) {
                if (entry.woven() != null) {
                    woven.put(entry.name(), entry.loader());
                }
            }
        }
        return woven;
    }

    /** Whether the weaver was asked about a class of that name in that kind of loader. */
    public synchronized boolean knows(LoaderKind loader, String name) {
        List<ClassEntry> entries = classes.get(name);
        if (entries != null) {
            for (ClassEntry entry : entries) {
                if (entry.loader() == loader) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the weaver was asked about a class of that name in that kind of loader, and found nothing to do in any form of it. */
    public synchronized boolean leavesAlone(LoaderKind loader, String name) {
        List<ClassEntry> entries = classes.get(name);
        boolean known = false;
        if (entries != null) {
            for (ClassEntry entry : entries) {
                if (entry.loader() == loader && entry.woven() != null) {
                    return false;
                }
                known |= entry.loader() == loader;
            }
        }
        return known;
    }

    /** Whether this run has added anything that is not kept yet. */
    public synchronized boolean isChanged() {
        return changed;
    }

    /** What this run has added is kept. */
    public synchronized void markKept() {
        changed = false;
    }

    /**
     * What is to become of a class.
     *
     * @param name internal name
     * @return the woven class file, null to leave the class as it is, or {@link #UNKNOWN}
     */
    public byte @Nullable [] find(LoaderKind loader, String name, byte[] original) {
        ClassEntry[] known;
        synchronized (this) {
            List<ClassEntry> entries = classes.get(name);
            if (entries == null) {
                return UNKNOWN;
            }
            known = entries.toArray(new ClassEntry[0]);
        }
        for (ClassEntry entry : known) {
            if (entry.isAbout(loader, original)) {
                return entry.woven();
            }
        }
        return UNKNOWN;
    }

    /** Remembers what the weaver answered; null is "nothing to do". */
    public void learn(LoaderKind loader, String name, byte[] original, byte @Nullable [] woven) {
        ClassEntry entry = ClassEntry.of(loader, name, original, woven);
        synchronized (this) {
            add(entry);
            changed = true;
        }
    }

    /** Takes over what the weaver can tell at the end of a run. */
    public synchronized void learn(Weaver weaver) {
        watched.addAll(weaver.watched());
        List<RuleMatch> known = matches();
        for (RuleMatch match : weaver.matches()) {
            if (!isKnown(known, match)) {
                matches.add(match);
            }
        }
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

    /** Of a class in one kind of loader: another agent may make other bytes of it in each run, and each comes by here. */
    private static final int MOST_FORMS = 3;

    synchronized void add(ClassEntry entry) {
        List<ClassEntry> entries = classes.get(entry.name());
        if (entries == null) {
            entries = new ArrayList<>(1);
            classes.put(entry.name(), entries);
        }
        int oldest = -1;
        int forms = 0;
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).isSame(entry)) {
                entries.remove(i);
                oldest--;
            } else if (entries.get(i).loader() == entry.loader()) {
                oldest = i;
                forms++;
            }
        }
        if (forms >= MOST_FORMS) {
            entries.remove(oldest);
        }
        entries.add(entry);
    }

    synchronized void restore(byte[] matchesOfEarlierRuns) {
        earlierMatches = matchesOfEarlierRuns;
    }

    synchronized List<ClassEntry> entries() {
        List<ClassEntry> all = new ArrayList<>(classes.size());
        for (List<ClassEntry> entries : classes.values()) {
            all.addAll(entries);
        }
        return all;
    }
}
