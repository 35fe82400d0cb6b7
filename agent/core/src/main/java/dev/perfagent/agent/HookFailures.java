package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.record.Recorder;

/** Says failures inside hooks in agent.log. */
final class HookFailures implements Recorder.FailureLog {
    private final AgentLog log;

    HookFailures(AgentLog log) {
        this.log = log;
    }

    @Override
    public void hookFailed(String hook, Throwable failure) {
        log.tell("a hook failed (" + hook + ")", failure);
    }
}
