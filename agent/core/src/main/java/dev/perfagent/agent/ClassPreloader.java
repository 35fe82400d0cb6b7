package dev.perfagent.agent;

import dev.perfagent.machine.Machine;
import dev.perfagent.record.LoadingAhead;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Loads what premain is about to need, and what the first hooks need, on a thread of its own: of premain's 8 ms it takes 2 to
 * another processor. A name too many or too few costs a fraction of a millisecond and nothing else. A second one loads what the
 * application needed at its last start (decision 199).
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

    private final byte @Nullable [] applications;

    /** @param applications names of the application's classes; null for ours */
    ClassPreloader(byte @Nullable [] applications) {
        super(Machine.systemGroup(), null, "perf-agent-preload", 0, false);
        this.applications = applications;
        setDaemon(true);
        setContextClassLoader(null);
    }

    /** Begins to load what is needed in each run. */
    static void begin() {
        begin(null);
    }

    /**
     * Begins to load what the application loaded at its start in an earlier run. Not by a system loader of its own, nor under a
     * security manager, which is asked at each class: theirs is code of the application.
     *
     * @param names with dots, a line each
     */
    @SuppressWarnings("removal") // it is null where there are none any more
    static void beginApplication(byte[] names) {
        if (names.length > 0
                && System.getProperty("java.system.class.loader") == null
                && System.getSecurityManager() == null) {
            begin(names);
        }
    }

    /** Where the process may have one more thread; main's loads what nobody has loaded. */
    private static void begin(byte @Nullable [] applications) {
        try {
            new ClassPreloader(applications).start();
        } catch (OutOfMemoryError noThread) {
            return;
        }
    }

    @Override
    public void run() {
        try {
            if (applications == null) {
                loadOurs();
            } else {
                loadApplications(applications);
            }
        } catch (Throwable needless) { // nobody's handler of uncaught exceptions is to hear of it
            return;
        }
    }

    private static void loadOurs() throws ClassNotFoundException {
        ClassLoader ours = ClassPreloader.class.getClassLoader();
        for (String name : NAMES) {
            link(Class.forName(PREFIX.concat(name), false, ours));
        }
    }

    /** On the only processor it would be work that main's thread waits for. */
    private static void loadApplications(byte[] names) throws ClassNotFoundException {
        if (Runtime.getRuntime().availableProcessors() == 1) {
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
