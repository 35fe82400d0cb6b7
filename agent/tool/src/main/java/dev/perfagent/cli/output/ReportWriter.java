package dev.perfagent.cli.output;

import dev.perfagent.cli.option.Format;
import dev.perfagent.report.Report;
import java.time.ZoneId;

/** Writes a report in the form that was asked for. */
public final class ReportWriter {
    private final Output out;
    private final ZoneId zone;

    /** @param zone in which times are told to people */
    public ReportWriter(Output out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    public void write(Report report, Format format) {
        switch (format) {
            case TEXT -> DocumentPage.write(ReportDocument.of(report, out.screen(), zone), out);
            case JSON -> out.json(ReportJson.of(report));
            case CSV -> out.file(ReportCsv.of(report));
            case MARKDOWN -> DocumentMarkdown.write(ReportDocument.of(report, new Screen(false, true), zone), out);
            default -> throw new IllegalArgumentException("no such form of a report: " + format);
        }
    }
}
