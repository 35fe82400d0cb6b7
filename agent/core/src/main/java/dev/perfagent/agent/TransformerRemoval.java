package dev.perfagent.agent;

import dev.perfagent.observe.Sampler;
import dev.perfagent.plan.Candidates;
import dev.perfagent.plan.Coverage;
import dev.perfagent.plan.LoaderKind;
import dev.perfagent.record.StartFacts;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the transformer leave as soon as every class that is to be woven is: while one is registered, the JVM reads each class
 * anew that it could have had from its archive, and asks.
 *
 * <p>Classes that the application may never load would hold it up, so they are loaded here, without being initialised: those of
 * the JDK at once, those of the application after a while, when the run has proved to be a longer one or uses one of the
 * libraries; both on the sampler's thread. There it is also made sure that the folders of the class path are as they were when
 * the plan was made.
 */
final class TransformerRemoval implements Runnable {
    /** To load more of an application's classes than that costs more than leaving saves. */
    private static final int MOST_CLASSES = 50;

    private final Instrumentation instrumentation;
    private final ClassFileTransformer transformer;
    private final StartFacts start;
    private final Map<String, LoaderKind> awaited;
    private final Coverage coverage;
    private volatile boolean sure;
    private volatile @Nullable Sampler sampler;
    private @Nullable UnusedClients clients;
    private boolean begun;
    private boolean off;
    private boolean gone;
    private int holders;

    /**
     * For a run with a complete plan.
     *
     * @param coverage of the plan
     * @param awaited internal names of all classes that are to be woven, with who loads them
     */
    TransformerRemoval(
            Instrumentation instrumentation,
            ClassFileTransformer transformer,
            StartFacts start,
            Coverage coverage,
            Map<String, LoaderKind> awaited) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
        this.start = start;
        this.coverage = coverage;
        this.sure = !coverage.restsOnFolders();
        this.awaited = awaited;
    }

    /** Those are not awaited, and have the transformer come back when they are used. */
    void leaveTo(UnusedClients later) {
        clients = later;
    }

    /** A class was woven. */
    void woven(String name) {
        UnusedClients later = clients;
        if (later != null) {
            later.woven(name);
        }
        synchronized (this) {
            if (awaited.remove(name) != null) {
                leaveIfDone();
            }
        }
    }

    /** Whether a class is woven now that was loaded before. */
    boolean isWovenAgain(String name) {
        UnusedClients later = clients;
        return later != null && later.isWovenAgain(name);
    }

    /** The transformer does not leave, or comes back, until {@link #release}. */
    synchronized void hold() {
        holders++;
        if (gone) {
            gone = false;
            instrumentation.addTransformer(transformer, true);
        }
    }

    /** It is no longer needed by who called {@link #hold}. */
    synchronized void release() {
        holders--;
        leaveIfDone();
    }

    /** The thread on which this runs, which waits until the run has proved to be a longer one. */
    void wakes(Sampler thread) {
        sampler = thread;
    }

    /**
     * A class of the application was loaded that is not awaited. If one of a probe is awaited in the same package or below, its
     * library is in use: it is loaded now, together with all others.
     */
    void seen(String name, Candidates candidates) {
        Sampler waiting = sampler;
        if (waiting != null && isBeside(name, candidates)) {
            sampler = null;
            waiting.wake();
        }
    }

    /** Whether a class of a probe is awaited in the package of that class, or below. */
    synchronized boolean isBeside(String name, Candidates candidates) {
        int end = name.lastIndexOf('/') + 1;
        for (String one : awaited.keySet()) {
            if (end > 0 && one.regionMatches(0, name, 0, end) && candidates.isWatched(one)) {
                return true;
            }
        }
        return false;
    }

    private void leaveIfDone() {
        if (awaited.isEmpty() && sure && !off && !gone && holders == 0) {
            gone = true;
            instrumentation.removeTransformer(transformer);
            start.watchingIsOver();
        }
    }

    /** Not while holding the lock: looking at folders takes a while, in which the application loads classes. */
    private void makeSure() {
        if (coverage.restsOnFoldersAsTheyAre()) {
            foldersAreSure();
        } else {
            callOff();
        }
    }

    private synchronized void foldersAreSure() {
        sure = true;
        leaveIfDone();
    }

    /** Something came that the plan did not foresee: the transformer stays. */
    synchronized void callOff() {
        off = true;
    }

    /** Loads what is still awaited: at the first call the JDK's classes, then the application's. */
    @Override
    public void run() {
        if (!sure) {
            makeSure();
        }
        for (Map.Entry<String, LoaderKind> next : next()) {
            try {
                load(next.getKey(), next.getValue());
            } catch (ClassNotFoundException | LinkageError notNow) {
                callOff(); // it may be found or whole later, and is to be woven then
            }
        }
    }

    /** Without initialising it. */
    static Class<?> load(String name, LoaderKind loader) throws ClassNotFoundException {
        return Class.forName(
                name.replace('/', '.'),
                false,
                loader == LoaderKind.SYSTEM
                        ? ClassLoader.getSystemClassLoader()
                        : loader == LoaderKind.PLATFORM ? ClassLoader.getPlatformClassLoader() : null);
    }

    private synchronized List<Map.Entry<String, LoaderKind>> next() {
        List<Map.Entry<String, LoaderKind>> next = new ArrayList<>();
        for (Map.Entry<String, LoaderKind> one : awaited.entrySet()) {
            if (one.getValue().isApplication() == begun) {
                next.add(Map.entry(one.getKey(), one.getValue()));
            }
        }
        begun = true;
        return off || gone || next.size() > MOST_CLASSES ? List.of() : next;
    }
}
