package dev.perfagent.agent;

import dev.perfagent.plan.Candidates;
import dev.perfagent.plan.ClassPath;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.Weaver;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Completes the plan of a cold run by the classes that may match and were not loaded in it, so that a later run knows when
 * everything is woven. Where that cannot be known, as with loaders of the application's own, folders on the class path, or rules
 * that do not name classes, the plan stays incomplete, and the transformer stays to the end of each run.
 */
final class Survey {
    /** More than that many classes that were not loaded are not asked about: a cold run must end, too. */
    private static final int MOST_QUESTIONS = 200;

    private static final int MOST_ROUNDS = 3;

    private final Plan plan;
    private final Weaver weaver;
    private final ClassPath.Reader reader;
    private int questions;

    Survey(Plan plan, Weaver weaver, ClassPath.Reader reader) {
        this.plan = plan;
        this.weaver = weaver;
        this.reader = reader;
    }

    /** Asks, and takes over what the weaver has found out. */
    void complete() throws IOException {
        ClassPath path = isOpenEnded() ? null : reader.read(System.getProperty("java.class.path", ""));
        for (int round = 0; path != null && round < MOST_ROUNDS && askAll(path); round++) {
            int watched = plan.watched().size();
            plan.learn(weaver);
            if (plan.watched().size() == watched) {
                plan.completed(path.manifestJars());
                return;
            }
        }
        plan.learn(weaver);
    }

    private boolean isOpenEnded() {
        return plan.isComplete()
                || plan.hasOtherLoaders()
                || System.getProperty("java.system.class.loader") != null
                || System.getProperty("jdk.module.path") != null;
    }

    private boolean askAll(ClassPath path) throws IOException {
        Candidates candidates = new Candidates(plan.watched(), plan.settings().rules());
        if (!candidates.areKnownByName()) {
            return false;
        }
        for (int i = 0; i < LoadedClasses.WOVEN_IN_JDK.length; i++) {
            String name = LoadedClasses.WOVEN_IN_JDK[i];
            if (candidates.mayMatchName(name) && !ask(candidates, LoadedClasses.LOADERS[i], name)) {
                return false;
            }
        }
        for (String name : path.classes()) {
            if (candidates.mayMatchName(name) && !ask(candidates, LoaderKind.SYSTEM, name)) {
                return false;
            }
        }
        return true;
    }

    /** False when there were too many questions. */
    private boolean ask(Candidates candidates, LoaderKind kind, String name) throws IOException {
        if (plan.knows(kind, name)) {
            return true;
        }
        if (++questions > MOST_QUESTIONS) {
            return false;
        }
        byte[] original = bytes(name);
        if (original != null && candidates.mayMatch(kind, name, original)) {
            plan.learn(kind, name, original, weaver.weave(loader(kind), name, original));
        }
        return true;
    }

    private static byte @Nullable [] bytes(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.concat(".class"))) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static @Nullable ClassLoader loader(LoaderKind kind) {
        return switch (kind) {
            case SYSTEM -> ClassLoader.getSystemClassLoader();
            case PLATFORM -> ClassLoader.getPlatformClassLoader();
            default -> null;
        };
    }
}
