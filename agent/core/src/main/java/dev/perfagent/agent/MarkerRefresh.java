package dev.perfagent.agent;

import dev.perfagent.journal.AgentLog;
import dev.perfagent.journal.Marker;
import dev.perfagent.plan.Settings;
import dev.perfagent.record.Recorder;
import java.io.IOException;

/** Refreshes the start marker with what is known of the run by now. */
final class MarkerRefresh implements Runnable {
    private final Recorder recorder;
    private final Marker marker;
    private final Settings settings;
    private final AgentLog log;

    MarkerRefresh(Recorder recorder, Marker marker, Settings settings, AgentLog log) {
        this.recorder = recorder;
        this.marker = marker;
        this.settings = settings;
        this.log = log;
    }

    @Override
    public void run() {
        if (!settings.journal().enabled()) {
            return;
        }
        try {
            marker.refresh(recorder.snapshot(), System.currentTimeMillis());
        } catch (IOException | RuntimeException failure) {
            log.tell("the start marker could not be written", failure);
        }
    }
}
