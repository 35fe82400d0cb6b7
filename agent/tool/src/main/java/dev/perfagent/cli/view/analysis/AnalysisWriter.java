package dev.perfagent.cli.view.analysis;

import dev.perfagent.analysis.Analysis;
import dev.perfagent.analysis.Focus;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.output.DocumentMarkdown;
import dev.perfagent.cli.output.DocumentPage;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Screen;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Writes an analysis in the form that was asked for. */
public final class AnalysisWriter {
    private final Output out;
    private final ZoneId zone;

    /** @param zone in which times are told to people */
    public AnalysisWriter(Output out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    /**
     * Writes all of it, or what people asked for.
     *
     * @param focus the part that people want to see; null for all
     */
    public void write(Analysis analysis, @Nullable Focus focus, Format format) {
        switch (format) {
            case TEXT -> DocumentPage.write(AnalysisDocument.of(analysis, focus, out.screen(), zone), out);
            case JSON -> out.json(AnalysisJson.of(analysis));
            case MARKDOWN ->
                DocumentMarkdown.write(AnalysisDocument.of(analysis, focus, new Screen(false, true), zone), out);
            default -> throw new IllegalArgumentException("no such form of an analysis: " + format);
        }
    }
}
