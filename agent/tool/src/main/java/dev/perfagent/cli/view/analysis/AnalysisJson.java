package dev.perfagent.cli.view.analysis;

import dev.perfagent.analysis.Analysis;
import dev.perfagent.cli.view.scope.CountsJson;
import dev.perfagent.cli.view.scope.ScopeJson;
import java.util.List;

/** An analysis for programs, in the form that docs/report.md describes. */
public record AnalysisJson(
        int schema,
        ScopeJson about,
        Summary summary,
        List<CommandAnalysisJson> commands,
        NoiseJson noise,
        List<SeenRunJson> machine) {
    /** Goes up when a field changes its meaning or goes away; new fields do not change it. */
    private static final int SCHEMA = 1;

    public static AnalysisJson of(Analysis analysis, List<SeenRun> seen) {
        return new AnalysisJson(
                SCHEMA,
                ScopeJson.of(analysis.scope()),
                new Summary(CountsJson.of(analysis.counts()), analysis.commands()),
                analysis.analyses().stream().map(CommandAnalysisJson::of).toList(),
                NoiseJson.of(analysis.noise()),
                seen.stream().map(SeenRunJson::of).toList());
    }

    /** All runs together. */
    record Summary(CountsJson counts, int commands) {}
}
