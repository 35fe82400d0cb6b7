package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.plan.Candidates;
import dev.perfagent.plan.ClassEntries;
import dev.perfagent.plan.GeneratedNames;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.SupertypeStamps;
import dev.perfagent.plan.Weaver;
import dev.perfagent.record.StartFacts;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives loaded classes the form the plan has for them. One the plan does not know, though it may be of interest, is handed to
 * the weaver, and the answer remembered. A class that cannot be woven stays as it is, and agent.log says so.
 */
final class WeavingTransformer implements ClassFileTransformer {
    private final Plan plan;
    private final File jar;
    private final String classPath;
    private final AgentLog log;
    private final StartFacts start;
    private volatile @Nullable ColdPath cold;
    private volatile @Nullable TransformerRemoval removal;
    private volatile @Nullable LoadedNames loaded;
    private volatile boolean hasWoven;
    private volatile boolean hasRedefined;
    private volatile Candidates candidates;
    private @Nullable SupertypeStamps stamps;

    /**
     * For this process.
     *
     * @param classPath with which the JVM was started
     */
    WeavingTransformer(Plan plan, File jar, String classPath, AgentLog log, StartFacts start) {
        this.plan = plan;
        this.candidates = new Candidates(plan.watched(), plan.settings().rules());
        this.jar = jar;
        this.classPath = classPath;
        this.log = log;
        this.start = start;
    }

    /**
     * What a first run has opened already; a run with a plan opens it when it needs it. Not in the constructor, whose types are
     * loaded early.
     */
    void weaveBy(ColdPath opened) {
        cold = opened;
        Weaver weaver = opened.usedWeaver();
        if (weaver != null) {
            List<String> watched = plan.watched();
            watched.addAll(weaver.watchedAtFirst());
            candidates = new Candidates(watched, plan.settings().rules());
        }
        loaded = new LoadedNames();
    }

    /** What a first run has loaded; null in others. */
    @Nullable
    LoadedNames loaded() {
        return loaded;
    }

    /** What classes are given their form by. */
    Plan plan() {
        return plan;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] original) {
        if (name == null || isOurs(loader, name)) {
            return null;
        }
        hasRedefined |= redefined != null;
        byte[] form = form(loader, name, redefined == null ? domain : null, original);
        hasWoven |= form != null;
        return form;
    }

    private byte @Nullable [] form(
            @Nullable ClassLoader loader, String name, @Nullable ProtectionDomain domain, byte[] original) {
        try {
            LoaderKind kind = LoaderKind.of(loader);
            if (kind == LoaderKind.OTHER && !plan.coverage().hasOtherLoaders() && isSomebodys(name)) {
                plan.coverage().otherLoaderSeen();
                callOffRemoval();
            }
            LoadedNames names = loaded;
            if (names != null && kind.isApplication()) {
                names.add(kind, name, domain, original);
            }
            if (candidates.dependsOnSupertypes(kind, name, original)) {
                return weaveDepending(kind, loader, name, original);
            }
            TransformerRemoval after = removal;
            byte[] planned = after != null && after.isWovenAgain(name)
                    ? plan.classes().onlyForm(kind, name) // the JVM hands over what it has made of the class file
                    : plan.classes().find(kind, name, original);
            if (planned != ClassEntries.UNKNOWN) {
                if (planned != null && after != null) {
                    after.woven(name);
                }
                return planned;
            }
            if (!candidates.mayMatch(kind, name, original)) {
                if (after != null && kind.isApplication()) {
                    after.seen(name, candidates);
                }
                return null;
            }
            callOffRemoval();
            byte[] woven = weave(loader, name, original);
            plan.classes().learn(kind, name, original, woven);
            return woven;
        } catch (Throwable failure) { // the JVM would hide it
            log.report("class " + name.replace('/', '.') + " could not be woven and runs as it is", failure);
            return null;
        }
    }

    /** Whether it has given a class another form yet. */
    boolean hasWoven() {
        return hasWoven;
    }

    /** Whether it was handed a class that was loaded before. */
    boolean hasRedefined() {
        return hasRedefined;
    }

    /** From now on the transformer may leave. */
    void mayLeave(TransformerRemoval when) {
        removal = when;
    }

    private void callOffRemoval() {
        TransformerRemoval planned = removal;
        if (planned != null) {
            planned.callOff();
        }
    }

    /**
     * Whether a class that was loaded before the transformer came is to be handed to it.
     *
     * @param name internal name
     */
    boolean mayWeave(@Nullable ClassLoader loader, String name) {
        LoaderKind kind = LoaderKind.of(loader);
        return candidates.mayMatchName(kind, name)
                && !isOurs(loader, name)
                && !plan.classes().leavesAlone(kind, name);
    }

    /** Whether loaders of the application's own brought classes that were not seen here. */
    boolean hasMissedLoaders() {
        return start.hasOtherLoaders() && !plan.coverage().hasOtherLoaders();
    }

    /** See {@link ChangedFolders#takeOver}. */
    void takeOverFolders() throws IOException {
        ChangedFolders.takeOver(plan, classPath);
    }

    /** Whether somebody wrote that class: the JDK makes loaders of its own for classes that it makes up. */
    private static boolean isSomebodys(String name) {
        return !name.startsWith("jdk/")
                && !name.startsWith("java/")
                && !name.startsWith("sun/")
                && !GeneratedNames.include(name);
    }

    /** Weaves a class whose supertypes count too: its answer is used again as long as they are as they were. */
    private byte @Nullable [] weaveDepending(
            LoaderKind kind, @Nullable ClassLoader loader, String name, byte[] original) throws Exception {
        if (loader == null) {
            return null; // rules are not about the JDK
        }
        SupertypeStamps stamps = supertypeStamps();
        byte[] planned = plan.classes().find(kind, name, original, loader, stamps);
        if (planned != ClassEntries.UNKNOWN) {
            return planned;
        }
        byte[] woven = weave(loader, name, original);
        Weaver weaver = openCold().usedWeaver();
        if (weaver != null) {
            plan.classes().learn(kind, name, original, woven, stamps.of(loader, weaver.supertypes(loader, original)));
        }
        return woven;
    }

    /** Made when it is needed, because most runs do without. */
    private synchronized SupertypeStamps supertypeStamps() {
        SupertypeStamps made = stamps;
        if (made == null) {
            made = new SupertypeStamps();
            stamps = made;
        }
        return made;
    }

    private byte @Nullable [] weave(@Nullable ClassLoader loader, String name, byte[] original) throws Exception {
        long from = System.nanoTime();
        byte[] woven = openCold().weave(plan, loader, name, original);
        start.woven(System.nanoTime() - from);
        return woven;
    }

    private ColdPath openCold() {
        ColdPath open = cold;
        if (open == null) {
            synchronized (this) {
                open = cold;
                if (open == null) {
                    open = new ColdPath(jar, classPath);
                    cold = open;
                }
            }
        }
        return open;
    }

    /** What this run had to open because something was not in the plan; null when nothing. */
    @Nullable
    ColdPath coldPath() {
        return cold;
    }

    /** Whether a class is the agent's. The API is the application's: it brings it, and calls it. */
    private static boolean isOurs(@Nullable ClassLoader loader, String name) {
        return name.startsWith("dev/perfagent/") && !name.startsWith("dev/perfagent/api/")
                || name.startsWith("java/lang/PerfAgent")
                || (loader != null && loader.getClass().getName().equals("dev.perfagent.launch.IsolatedLoader"));
    }
}
