package dev.perfagent.agent;

import dev.perfagent.machine.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Loads what premain is about to need, and what the first hooks need, on a thread of its own: of premain's 8 ms it takes 2 to
 * another processor. A name too many or too few costs a fraction of a millisecond and nothing else.
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

    private final @Nullable ClassLoader loader = ClassPreloader.class.getClassLoader();

    ClassPreloader() {
        super(Machine.systemGroup(), null, "perf-agent-preload", 0, false);
        setDaemon(true);
        setContextClassLoader(null);
    }

    /** Starts it where the process may have one more thread; main's loads what nobody has loaded. */
    static void begin() {
        try {
            new ClassPreloader().start();
        } catch (OutOfMemoryError noThread) {
            return;
        }
    }

    @Override
    public void run() {
        try {
            for (String name : NAMES) {
                link(Class.forName(PREFIX.concat(name), false, loader));
            }
        } catch (Throwable needless) { // nobody's handler of uncaught exceptions is to hear of it
            return;
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
