package dev.perfagent.agent;

import dev.perfagent.record.Recorder;

/** The shutdown hook: finishes the run that is going on. */
final class EndOfProcess extends Thread {
    private final Recorder recorder;

    EndOfProcess(Recorder recorder) {
        super(null, null, "perf-agent-end", 0, false);
        this.recorder = recorder;
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        recorder.processEnds();
    }
}
