package dev.perfagent.cli.output;

import dev.perfagent.optimize.Advice;
import dev.perfagent.optimize.Habits;
import dev.perfagent.optimize.Step;
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
    public static void write(List<Advice> advice, int limit, Habits habits, Output out) {
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
                        + ". Each saving is for itself; they overlap.",
                Style.FAINT);
        int number = 0;
        for (Advice piece : advice.subList(0, Math.min(limit, advice.size()))) {
            number++;
            page.section(number + ". "
                    + RunWords.commandLine(
                            piece.command().application(), piece.command().command()) + ": "
                    + AdviceWords.matter(piece));
            page.entry("saves", AdviceWords.saving(piece));
            page.entry("do", AdviceWords.action(piece));
            page.entry("evidence", AdviceWords.evidence(piece));
            for (Step step : piece.steps()) {
                page.entry(step.what(), step.start() + " \\");
                page.entry("", "  " + step.rest());
            }
            if (!piece.measurable()) {
                page.entry("measure", "with a stopwatch: before JDK 25 perf-agent leaves runs with an archive alone");
            }
        }
        if (advice.size() > limit) {
            page.blank();
            page.paragraph(0, Amount.count((long) advice.size() - limit) + " more with --limit.", Style.FAINT);
        }
        page.writeTo(out);
    }
}
