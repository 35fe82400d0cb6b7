package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.plan.Coverage;
import dev.perfagent.plan.JdkClients;
import dev.perfagent.plan.LoaderKind;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The HTTP clients of the JDK that no run of the program has used yet. They are not loaded ahead of their use: when one reads a
 * setting, before it can send, the transformer comes back for a moment and its classes are woven, on the application's thread.
 * From the next run on they are woven at the start (decision 204).
 *
 * <p>A thread that reads a setting while another does this waits for it. It may be initialising a class, but it is not loading
 * one that is needed here.
 */
final class UnusedClients implements Runnable {
    private final Instrumentation instrumentation;
    private final TransformerRemoval removal;
    private final Coverage coverage;
    private final AgentLog log;
    private final Map<String, LoaderKind> classes = new HashMap<>();
    private final Set<String> woven = new HashSet<>();
    private final Set<String> again = new HashSet<>();
    private volatile boolean areLeft = true;

    /**
     * For a run with a complete plan in which some are unused.
     *
     * @param awaited what the transformer waits for, by internal names; their classes are taken out of it
     */
    UnusedClients(
            Instrumentation instrumentation,
            TransformerRemoval removal,
            Coverage coverage,
            Map<String, LoaderKind> awaited,
            AgentLog log) {
        this.instrumentation = instrumentation;
        this.removal = removal;
        this.coverage = coverage;
        this.log = log;
        for (String name : coverage.unusedClients()) {
            LoaderKind loader = awaited.remove(name);
            if (loader != null) {
                classes.put(name, loader);
            }
        }
    }

    /** A class was woven, maybe one of theirs. */
    synchronized void woven(String name) {
        woven.add(name);
    }

    /** Whether a class is one of theirs that was loaded before the transformer came back, and is woven now. */
    synchronized boolean isWovenAgain(String name) {
        return again.contains(name);
    }

    /** The JDK reads a network setting on this thread. */
    @Override
    public void run() {
        if (areLeft) {
            synchronized (classes) {
                weaveCalled(JdkClients.called(classes.keySet(), new Throwable().getStackTrace()));
            }
        }
    }

    private void weaveCalled(List<String> called) {
        if (called.isEmpty()) {
            return;
        }
        removal.hold();
        try {
            instrumentation.retransformClasses(loadedBefore(called).toArray(new Class<?>[0]));
        } catch (UnmodifiableClassException | LinkageError failure) {
            log.report("requests by a client of the JDK are not recorded, because it could not be woven", failure);
        } finally {
            removal.release();
        }
        classes.keySet().removeAll(called);
        areLeft = !classes.isEmpty();
        coverage.used(called);
    }

    /** Loads those that are not loaded, which are woven then; returns the others. */
    private List<Class<?>> loadedBefore(List<String> called) {
        List<Class<?>> before = new ArrayList<>();
        for (String name : called) {
            try {
                Class<?> loaded = TransformerRemoval.load(name, classes.getOrDefault(name, LoaderKind.BOOT));
                if (isToBeWovenAgain(name)) {
                    before.add(loaded);
                }
            } catch (ClassNotFoundException | LinkageError missing) {
                log.report(name.replace('/', '.') + " cannot be loaded: its requests are not recorded", missing);
            }
        }
        return before;
    }

    private synchronized boolean isToBeWovenAgain(String name) {
        return !woven.contains(name) && again.add(name);
    }
}
