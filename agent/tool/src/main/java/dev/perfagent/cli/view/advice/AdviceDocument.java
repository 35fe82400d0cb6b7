package dev.perfagent.cli.view.advice;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.cli.view.run.RunWords;
import dev.perfagent.optimize.Advice;
import dev.perfagent.optimize.AdviceGroups;
import dev.perfagent.optimize.AdviceStep;
import dev.perfagent.optimize.CostsByCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Advice for people, what saves most first. */
public final class AdviceDocument {
    private AdviceDocument() {}

    /**
     * The first of it.
     *
     * @param limit how many at most
     */
    public static Document of(List<Advice> advice, int limit, CostsByCommand habits) {
        Document document = new Document("What would save most");
        document.opening()
                .paragraph(
                        Amount.counted(habits.measured(), "run", "runs") + " over "
                                + String.format(Locale.ROOT, "%.0f", habits.days())
                                + (Math.round(habits.days()) == 1 ? " day" : " days")
                                + (habits.others() > 0
                                        ? "; " + Amount.count(habits.others())
                                                + " cold, failed, killed, profiled or of benchmarks left out"
                                        : "")
                                + ". Savings can overlap: two together may save less than their sum.",
                        Style.FAINT);
        AdviceGroups all = AdviceGroups.of(advice);
        List<List<Advice>> shown =
                all.groups().subList(0, Math.min(limit, all.groups().size()));
        for (int i = 0; i < shown.size(); i++) {
            add(i + 1, shown.get(i), document);
        }
        List<String> rest = new ArrayList<>();
        if (all.groups().size() > limit) {
            rest.add(Amount.count((long) all.groups().size() - limit) + " more with --limit.");
        }
        if (all.trifles() > 0) {
            rest.add(Amount.counted(all.trifles(), "saving", "savings")
                    + " of less than 1% of all left out; --format json has them.");
        }
        if (!rest.isEmpty()) {
            document.closing().paragraph(String.join(" ", rest), Style.FAINT);
        }
        return document;
    }

    /** What has to be done in the same way, under one heading. */
    private static void add(int number, List<Advice> group, Document document) {
        Advice first = group.get(0);
        String what =
                group.size() == 1 ? subject(first) : AdviceWords.matters(first.cause()) + " (" + group.size() + ")";
        Section section = document.section(number + ". " + what);
        if (group.size() == 1) {
            section.entry("saves", AdviceWords.saving(first));
            section.entry("do", AdviceWords.action(first));
            section.entry("evidence", AdviceWords.evidence(first));
        } else {
            section.entry("do", AdviceWords.action(first));
            for (Advice piece : group) {
                section.item(subject(piece), Style.PLAIN);
                section.entry("  saves", AdviceWords.saving(piece));
                section.entry("  evidence", AdviceWords.evidence(piece));
            }
        }
        for (AdviceStep step : first.steps()) {
            section.code(step.what(), List.of(step.start() + " \\", "  " + step.rest()));
        }
    }

    private static String subject(Advice piece) {
        return RunWords.commandLine(
                        piece.command().application(), piece.command().command()) + ": " + AdviceWords.matter(piece);
    }
}
