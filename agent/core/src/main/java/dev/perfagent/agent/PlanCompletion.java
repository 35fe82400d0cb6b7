package dev.perfagent.agent;

import dev.perfagent.plan.Candidates;
import dev.perfagent.plan.ClassEntries;
import dev.perfagent.plan.ClassFolders;
import dev.perfagent.plan.ClassPath;
import dev.perfagent.plan.CoverageGap;
import dev.perfagent.plan.JdkClients;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.Weaver;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Completes the plan of a cold run by the classes that may match and were not loaded in it, so that a later run knows when
 * everything is woven. Classes in folders are asked about again if a compiler has written them anew. Where it cannot be known
 * the plan stays incomplete and says why ({@link CoverageGap}), and the transformer stays to the end of each run.
 */
final class PlanCompletion {
    /** More than that many classes that were not loaded are not asked about: a cold run must end, too. */
    private static final int MOST_QUESTIONS = 200;

    /** Each may find further classes to watch for, such as the superclass that a main class inherits its main from. */
    private static final int MOST_ROUNDS = 3;

    private final Plan plan;
    private final Weaver weaver;
    private final ClassPath.Reader reader;
    private final String classPath;
    private final List<String> unusedClients = new ArrayList<>();
    private int questions;

    /** @param classPath with which the JVM was started; an application may have changed the system property since */
    PlanCompletion(Plan plan, Weaver weaver, ClassPath.Reader reader, String classPath) {
        this.plan = plan;
        this.weaver = weaver;
        this.reader = reader;
        this.classPath = classPath;
    }

    /**
     * Asks, and takes over what the weaver has found out.
     *
     * @param hasCounters whether the JVM keeps those that show loaders which come up when nobody watches
     * @throws IOException when a class file cannot be read; the plan is then incomplete and otherwise sound
     * @throws RuntimeException when a class cannot be woven; likewise
     */
    void complete(boolean hasCounters) throws IOException {
        if (plan.coverage().isComplete()) {
            plan.learn(weaver);
            return;
        }
        plan.coverage().leaveOpen(CoverageGap.NOT_ASKED);
        try {
            CoverageGap gap = hasCounters ? gap() : CoverageGap.NO_COUNTERS;
            if (gap != null) {
                plan.coverage().leaveOpen(gap);
            }
        } finally {
            plan.learn(weaver);
        }
    }

    private @Nullable CoverageGap gap() throws IOException {
        if (System.getProperty("java.system.class.loader") != null) {
            return CoverageGap.SYSTEM_LOADER;
        }
        if (LauncherAgent.isIn(classPath)) {
            return CoverageGap.LAUNCHER_AGENT;
        }
        if (System.getProperty("jdk.module.path") != null || System.getProperty("jdk.module.main") != null) {
            return CoverageGap.MODULES;
        }
        Candidates candidates = candidates();
        CoverageGap gap = candidates.gap();
        if (gap != null || plan.coverage().hasOtherLoaders()) {
            return gap;
        }
        ClassPath path = reader.read(classPath, mayMatchModules(candidates));
        return path == null ? CoverageGap.CLASS_PATH : ask(path);
    }

    /**
     * Whether rules may be about those modules of the JDK that the system loader has; to list them takes some 50 ms of CPU
     * time.
     */
    private static boolean mayMatchModules(Candidates candidates) {
        for (Module module : ModuleLayer.boot().modules()) {
            if (LoaderKind.of(module.getClassLoader()) == LoaderKind.SYSTEM) {
                for (String packageName : module.getPackages()) {
                    if (candidates.mayMatchPackage(packageName)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private @Nullable CoverageGap ask(ClassPath path) throws IOException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int watched = plan.watched().size();
            if (!askAll(path)) {
                return CoverageGap.TOO_MANY;
            }
            plan.learn(weaver);
            if (plan.watched().size() == watched) {
                plan.coverage().completed(path.manifestJars(), path.folders().stamps());
                if (plan.classes().wovenClasses().containsKey(JdkClients.SETTINGS)) {
                    plan.coverage().leaveUnused(unusedClients);
                }
                return null;
            }
        }
        return CoverageGap.NOT_ASKED;
    }

    private boolean askAll(ClassPath path) throws IOException {
        Candidates candidates = candidates();
        for (String name : plan.watched()) {
            LoaderKind kind = name.indexOf('*') >= 0 ? null : loaderInJdk(name);
            if (kind != null && !plan.classes().knows(kind, name) && !ask(candidates, kind, name)) {
                return false;
            }
        }
        for (String name : path.classes()) {
            if (candidates.mayMatchName(LoaderKind.SYSTEM, name) && !ask(candidates, path.folders(), name)) {
                return false;
            }
        }
        return true;
    }

    /** False when there were too many questions. */
    private boolean ask(Candidates candidates, ClassFolders folders, String name) throws IOException {
        File file = folders.file(name);
        if (file != null) {
            folders.restOn(file);
        } else if (plan.classes().knows(LoaderKind.SYSTEM, name)) {
            return true;
        }
        return ask(candidates, LoaderKind.SYSTEM, name);
    }

    private Candidates candidates() {
        return new Candidates(plan.watched(), plan.settings().rules());
    }

    /** False when there were too many questions. */
    private boolean ask(Candidates candidates, LoaderKind kind, String name) throws IOException {
        if (++questions > MOST_QUESTIONS) {
            return false;
        }
        byte[] original = bytes(name);
        if (original != null
                && candidates.mayMatch(kind, name, original)
                && plan.classes().find(kind, name, original) == ClassEntries.UNKNOWN) {
            byte[] woven = weaver.weave(loader(kind), name, original);
            plan.classes().learn(kind, name, original, woven);
            if (woven != null && !kind.isApplication() && JdkClients.areKnown() && JdkClients.own(name)) {
                unusedClients.add(name);
            }
        }
        return true;
    }

    private static byte @Nullable [] bytes(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.concat(".class"))) {
            return in == null ? null : in.readAllBytes();
        }
    }

    /** The loader of the JDK's module with that class's package; null when there is none. */
    private static @Nullable LoaderKind loaderInJdk(String name) {
        int end = name.lastIndexOf('/');
        String packageName = end < 0 ? "" : name.substring(0, end).replace('/', '.');
        for (Module module : ModuleLayer.boot().modules()) {
            if (module.getPackages().contains(packageName)) {
                return LoaderKind.of(module.getClassLoader());
            }
        }
        return null;
    }

    private static @Nullable ClassLoader loader(LoaderKind kind) {
        return switch (kind) {
            case SYSTEM -> ClassLoader.getSystemClassLoader();
            case PLATFORM -> ClassLoader.getPlatformClassLoader();
            case BOOT, OTHER -> null;
        };
    }
}
