package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.machine.Machine;
import dev.perfagent.observe.Recorder;
import java.lang.instrument.Instrumentation;

/** The shutdown hook: finishes the run that is going on. */
final class EndOfProcess extends Thread {
    private final Recorder recorder;
    private final AgentLog log;
    private final Instrumentation instrumentation;
    private final WeavingTransformer transformer;

    EndOfProcess(Recorder recorder, AgentLog log, Instrumentation instrumentation, WeavingTransformer transformer) {
        super(Machine.systemGroup(), null, "perf-agent-end", 0, false);
        this.recorder = recorder;
        this.log = log;
        this.instrumentation = instrumentation;
        this.transformer = transformer;
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        try {
            instrumentation.removeTransformer(transformer); // what is loaded from now on is ours, and the faster for it
            recorder.processEnds();
        } catch (Throwable failure) {
            report(failure);
        }
    }

    /** A thread of ours may not print its stack trace on the application's stderr, not even on a full heap. */
    private void report(Throwable failure) {
        try {
            log.report("the end of a run could not be recorded", failure);
        } catch (Throwable lost) {
            return;
        }
    }
}
