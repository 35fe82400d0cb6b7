package dev.perfagent.cli.view.report;

import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.DocumentMarkdown;
import dev.perfagent.cli.output.DocumentPage;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Screen;
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

    /**
     * Writes it.
     *
     * @param byVersion whether times by version are all that is wanted; JSON has all in any case
     */
    public void write(Report report, Format format, boolean byVersion) {
        switch (format) {
            case TEXT -> DocumentPage.write(document(report, byVersion, out.screen()), out);
            case JSON -> out.json(ReportJson.of(report));
            case CSV -> out.file(byVersion ? VersionCsv.of(report) : ReportCsv.of(report));
            case MARKDOWN -> DocumentMarkdown.write(document(report, byVersion, new Screen(false, true)), out);
            default -> throw new IllegalArgumentException("no such form of a report: " + format);
        }
    }

    private Document document(Report report, boolean byVersion, Screen screen) {
        return byVersion ? ReportDocument.byVersion(report, screen, zone) : ReportDocument.of(report, screen, zone);
    }
}
