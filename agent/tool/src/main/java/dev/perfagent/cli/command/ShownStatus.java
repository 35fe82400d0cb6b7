package dev.perfagent.cli.command;

import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.monitor.StatusDocument;
import dev.perfagent.cli.view.monitor.StatusJson;
import dev.perfagent.history.AlertLogReader;
import dev.perfagent.monitor.MonitorFolder;
import dev.perfagent.monitor.MonitorStatus;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** How all commands of the monitor show it. */
final class ShownStatus {
    private ShownStatus() {}

    /** How often each type of alert was raised in that watch; what is over does not count. */
    static Map<String, Long> alerts(String watch, Session session) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        new AlertLogReader(session.home()).read(alert -> {
            if (alert.runId().equals("monitor-" + watch) && !alert.severity().equals("resolved")) {
                counts.merge(alert.type(), 1L, Long::sum);
            }
        });
        return counts;
    }

    static void show(MonitorStatus status, MonitorFolder folder, Session session) {
        String files = folder.session(status.session()).getPath();
        if (session.common().isJson()) {
            session.json(StatusJson.of(status, files));
        } else {
            session.show(StatusDocument.of(
                    status,
                    folder.session(status.session()).toPath(),
                    session.clock().getZone()));
        }
    }
}
