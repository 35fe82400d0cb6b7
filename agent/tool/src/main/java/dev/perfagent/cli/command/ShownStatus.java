package dev.perfagent.cli.command;

import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.monitor.StatusDocument;
import dev.perfagent.cli.view.monitor.StatusJson;
import dev.perfagent.monitor.MonitorFolder;
import dev.perfagent.monitor.MonitorStatus;

/** How all commands of the monitor show it. */
final class ShownStatus {
    private ShownStatus() {}

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
