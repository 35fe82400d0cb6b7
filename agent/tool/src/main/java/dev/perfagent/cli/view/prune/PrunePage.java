package dev.perfagent.cli.view.prune;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Table;
import dev.perfagent.cli.output.Table.Column;
import dev.perfagent.prune.ExpiredDay;
import java.util.ArrayList;
import java.util.List;

/** Tells a person what was deleted. */
public final class PrunePage {
    private PrunePage() {}

    public static void write(PruneResult pruned, Output out) {
        Table table = new Table(out.screen(), Column.text("DAY"), Column.number("FILES"), Column.number("SIZE"));
        for (ExpiredDay day : pruned.days()) {
            table.row(
                    day.date().toString(), Amount.count((long) day.files().size()), Amount.bytes((double) day.bytes()));
        }
        if (!pruned.days().isEmpty()) {
            table.lines(0).forEach(out::line);
        }
        Long runs = pruned.keptRuns();
        String kept = runs == null
                ? Amount.counted(pruned.keptDays() == null ? 0 : pruned.keptDays(), "day", "days")
                : Amount.counted(runs, "run", "runs");
        out.line(deleted(pruned) + "; keeping " + (runs == null ? "" : "at least ") + kept + ".");
    }

    private static String deleted(PruneResult pruned) {
        List<String> parts = new ArrayList<>();
        if (!pruned.days().isEmpty()) {
            parts.add(Amount.counted(pruned.days().size(), "day", "days") + " (" + Amount.bytes((double) pruned.bytes())
                    + ")");
        }
        if (!pruned.abandoned().isEmpty()) {
            parts.add(Amount.counted(pruned.abandoned().size(), "half-written file", "half-written files"));
        }
        return parts.isEmpty()
                ? "Nothing to delete"
                : (pruned.dryRun() ? "Would delete " : "Deleted ") + String.join(" and ", parts);
    }
}
