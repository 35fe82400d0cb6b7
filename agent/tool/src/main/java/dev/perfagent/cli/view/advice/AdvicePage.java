package dev.perfagent.cli.view.advice;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Page;
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
public final class AdvicePage {
    private AdvicePage() {}

    /**
     * Writes the first so many.
     *
     * @param limit how many at most
     */
    public static void write(List<Advice> advice, int limit, CostsByCommand habits, Output out) {
        Page page = new Page(out.screen());
        page.title("What would save most");
        page.paragraph(
                0,
                Amount.counted(habits.measured(), "run", "runs") + " over "
                        + String.format(Locale.ROOT, "%.0f", habits.days())
                        + (Math.round(habits.days()) == 1 ? " day" : " days")
                        + (habits.others() > 0
                                ? "; " + Amount.count(habits.others()) + " cold, failed, killed or profiled left out"
                                : "")
                        + ". Savings can overlap: two together may save less than their sum.",
                Style.FAINT);
        AdviceGroups all = AdviceGroups.of(advice);
        List<List<Advice>> shown =
                all.groups().subList(0, Math.min(limit, all.groups().size()));
        for (int i = 0; i < shown.size(); i++) {
            write(i + 1, shown.get(i), page);
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
            page.blank();
            page.paragraph(0, String.join(" ", rest), Style.FAINT);
        }
        page.writeTo(out);
    }

    /** What has to be done in the same way, under one heading. */
    private static void write(int number, List<Advice> group, Page page) {
        Advice first = group.get(0);
        if (group.size() == 1) {
            page.section(number + ". " + subject(first));
            page.entry("saves", AdviceWords.saving(first));
            page.entry("do", AdviceWords.action(first));
            page.entry("evidence", AdviceWords.evidence(first));
        } else {
            page.section(number + ". " + AdviceWords.matters(first.cause()) + " (" + group.size() + ")");
            page.entry("do", AdviceWords.action(first));
            for (Advice piece : group) {
                page.paragraph(2, subject(piece), Style.PLAIN);
                page.entry("  saves", AdviceWords.saving(piece));
                page.entry("  evidence", AdviceWords.evidence(piece));
            }
        }
        for (AdviceStep step : first.steps()) {
            page.entry(step.what(), step.start() + " \\");
            page.entry("", "  " + step.rest());
        }
        if (!first.measurable()) {
            page.entry("measure", "with a stopwatch: before JDK 25 perf-agent does not measure runs with an archive");
        }
    }

    private static String subject(Advice piece) {
        return RunWords.commandLine(
                        piece.command().application(), piece.command().command()) + ": " + AdviceWords.matter(piece);
    }
}
