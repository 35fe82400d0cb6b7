package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.machine.Machine;
import dev.perfagent.record.LoadingAhead;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Loads what premain is about to need, and what the first hooks need, on a thread of its own: of premain's 8 ms it takes 2 to
 * another processor. A name too many or too few costs a fraction of a millisecond and nothing else. When premain is over, it
 * starts the sampler, because whoever starts a thread waits until a processor has time for it; and then loads what the
 * application needed at its last start (decisions 199 and 205).
 */
final class ClassPreloader extends Thread {
    static final String PREFIX = "dev.perfagent.";

    /** In the order in which they are needed, from where this thread may be ahead of main's. */
    static final String[] NAMES = {
        "plan.PlanCodec",
        "plan.LoaderKind",
        "plan.ByteReader",
        "plan.ClassEntry",
        "settings.Settings",
        "settings.ObservedKinds",
        "application.Application",
        "plan.ClassEntries",
        "plan.Coverage",
        "plan.Plan",
        "agent.WeavingTransformer",
        "plan.Candidates",
        "plan.NamePattern",
        "agent.AgentOutput",
        "agent.PlanUpdate",
        "agent.RunEnd",
        "observe.Recorder",
        "observe.Observers",
        "record.Observer",
        "record.Clock",
        "hook.Site",
        "record.Executions",
        "record.Exits",
        "record.Recording",
        "record.HeapWatch",
        "record.LoadingAhead",
        "record.Totals",
        "machine.ProcessStat",
        "machine.PerfData",
        "agent.TransformerRemoval",
        "hook.BootHandoff",
        "observe.Sampler",
        "observe.command.MainObserver",
        "record.ThreadState",
        "record.Frame",
        "observe.command.CommandObserver",
        "observe.command.ExitObserver",
        "journal.Journal",
        "journal.OwnerFile",
    };

    /** By name, because {@code StandardCharsets} loads six to nine classes of other character sets. */
    static final Charset CHARSET = Charset.forName("UTF-8");

    private static final byte[] NOTHING = {};

    private byte[] applications = NOTHING;
    private @Nullable Thread next;
    private @Nullable AgentLog log;
    private boolean isTold;

    ClassPreloader() {
        super(Machine.systemGroup(), null, "perf-agent-preload", 0, false);
        setDaemon(true);
        setContextClassLoader(null);
    }

    /**
     * Begins to load what is needed in each run.
     *
     * @return the thread, which waits for {@link #goOn} when it is done; null if no thread could be started
     */
    static @Nullable ClassPreloader begin() {
        ClassPreloader thread = new ClassPreloader();
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            return null; // main's thread loads what nobody has loaded
        }
        return thread;
    }

    /** What the application loaded at its start in an earlier run, with dots, a line each. */
    synchronized void thenLoad(byte[] names) {
        applications = names;
    }

    /** A thread that is to be started; if it cannot be, the log says so. */
    synchronized void thenStart(Thread thread, AgentLog agentLog) {
        next = thread;
        log = agentLog;
    }

    /** There is nothing left to tell it. */
    synchronized void goOn() {
        isTold = true;
        notifyAll();
    }

    @Override
    public void run() {
        try {
            try {
                loadOurs();
            } finally {
                startNext();
            }
            loadApplications();
        } catch (Throwable needless) { // nobody's handler of uncaught exceptions is to hear of it
            return;
        }
    }

    private void startNext() throws InterruptedException {
        synchronized (this) {
            while (!isTold) {
                wait();
            }
        }
        if (next != null && log != null) {
            start(next, log);
        }
    }

    private static void start(Thread thread, AgentLog log) {
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            log.report("a thread of the agent could not start; this run is measured only in part", noThread);
        }
    }

    private static void loadOurs() throws ClassNotFoundException {
        ClassLoader ours = ClassPreloader.class.getClassLoader();
        for (String name : NAMES) {
            link(Class.forName(PREFIX.concat(name), false, ours));
        }
    }

    /**
     * Not by a system loader of the application's own, nor under a security manager, which is asked at each class: theirs is code
     * of the application. On the only processor it would be work that main's thread waits for.
     */
    @SuppressWarnings("removal") // it is null where there are none any more
    private void loadApplications() throws ClassNotFoundException {
        byte[] names = applications;
        if (names.length == 0
                || System.getProperty("java.system.class.loader") != null
                || System.getSecurityManager() != null
                || Runtime.getRuntime().availableProcessors() == 1) {
            return;
        }
        LoadingAhead.begin();
        try {
            ClassLoader loader = ClassLoader.getSystemClassLoader();
            int from = 0;
            for (int at = 0; at < names.length; at++) {
                if (names[at] == '\n') {
                    Class.forName(new String(names, from, at - from, CHARSET), false, loader);
                    from = at + 1;
                }
            }
        } finally {
            LoadingAhead.end();
        }
    }

    /**
     * Verifies a class, which is half of what it costs, without initialising it: initialisers on two threads may wait for each
     * other. The JVM links a class whose constructors are asked for; of the public ones there are fewer to be described.
     */
    static int link(Class<?> type) {
        return type.getConstructors().length;
    }
}
