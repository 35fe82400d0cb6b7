package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.record.Recorder;

/** The shutdown hook: finishes the run that is going on. */
final class EndOfProcess extends Thread {
    private final Recorder recorder;
    private final AgentLog log;

    EndOfProcess(Recorder recorder, AgentLog log) {
        super(null, null, "perf-agent-end", 0, false);
        this.recorder = recorder;
        this.log = log;
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        try {
            recorder.processEnds();
        } catch (Throwable failure) { // a thread of ours may not print its stack trace on the application's stderr
            log.tell("the end of a run could not be recorded", failure);
        }
    }
}
