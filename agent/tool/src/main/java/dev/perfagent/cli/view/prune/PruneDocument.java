package dev.perfagent.cli.view.prune;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.prune.ExpiredDay;
import java.util.ArrayList;
import java.util.List;

/** What was deleted, for people. */
public final class PruneDocument {
    private PruneDocument() {}

    public static Document of(PruneResult pruned) {
        Document document = new Document();
        Section section = document.opening();
        section.columns(Column.text("DAY"), Column.number("FILES"), Column.number("SIZE"));
        for (ExpiredDay day : pruned.days()) {
            section.row(
                    day.date().toString(), Amount.count((long) day.files().size()), Amount.bytes((double) day.bytes()));
        }
        Long runs = pruned.keptRuns();
        String kept = runs == null
                ? Amount.counted(pruned.keptDays() == null ? 0 : pruned.keptDays(), "day", "days")
                : Amount.counted(runs, "run", "runs");
        section.paragraph(deleted(pruned) + "; keeping " + (runs == null ? "" : "at least ") + kept + ".", Style.PLAIN);
        return document;
    }

    private static String deleted(PruneResult pruned) {
        List<String> parts = new ArrayList<>();
        if (!pruned.days().isEmpty()) {
            parts.add(Amount.counted(pruned.days().size(), "day", "days") + " (" + Amount.bytes((double) pruned.bytes())
                    + ")");
        }
        if (!pruned.watched().isEmpty()) {
            parts.add("what monitors wrote (" + Amount.bytes((double) pruned.watchedBytes()) + ")");
        }
        if (!pruned.abandoned().isEmpty()) {
            parts.add(Amount.counted(pruned.abandoned().size(), "half-written file", "half-written files"));
        }
        return parts.isEmpty()
                ? "Nothing to delete"
                : (pruned.dryRun() ? "Would delete " : "Deleted ") + String.join(" and ", parts);
    }
}
