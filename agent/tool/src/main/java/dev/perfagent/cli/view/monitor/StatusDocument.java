package dev.perfagent.cli.view.monitor;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.TimeText;
import dev.perfagent.monitor.MonitorStatus;
import java.nio.file.Path;
import java.time.ZoneId;

/** Whether a monitor runs, for people. */
public final class StatusDocument {
    private static final double BYTES_A_MB = 1024 * 1024;

    private StatusDocument() {}

    /**
     * All of it.
     *
     * @param files where the tables of its watch are
     */
    public static Document of(MonitorStatus status, Path files, ZoneId zone) {
        Document document = new Document();
        Section section = document.opening();
        section.paragraph(words(status), status.running() || status.end() != null ? Style.PLAIN : Style.WARNING);
        section.entry("started", TimeText.second(status.started(), zone));
        section.entry("ended", status.ended() == null ? "" : TimeText.second(status.ended(), zone));
        section.entry("interval", Amount.millis((double) status.interval().toMillis()));
        section.entry(
                "duration",
                status.duration() == null
                        ? "until it is stopped"
                        : Amount.millis((double) status.duration().toMillis()));
        section.entry("samples", Amount.known(Amount.count(status.samples())));
        section.entry(
                "CPU",
                status.cpuShare() == null ? "" : Amount.percent(status.cpuShare()) + " of one CPU, with its start");
        section.entry("memory", status.memoryMb() == null ? "" : Amount.bytes(status.memoryMb() * BYTES_A_MB));
        section.entry("files", files.toString());
        return document;
    }

    private static String words(MonitorStatus status) {
        if (status.running()) {
            return "The monitor runs as process " + status.pid() + ".";
        }
        return status.end() == null
                ? "No monitor is running. The last one was killed."
                : "No monitor is running. The last one ended: " + status.end() + ".";
    }
}
