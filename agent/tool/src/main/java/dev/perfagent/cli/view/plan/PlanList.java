package dev.perfagent.cli.view.plan;

import static dev.perfagent.cli.view.run.ResourceSection.list;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.Page;
import dev.perfagent.cli.output.Style;
import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;
import java.time.Clock;
import java.util.List;

/** Plans, a few lines each: their names are long, and have to be told in full to be of use. */
public final class PlanList {
    private final Clock clock;

    /** @param clock tells how old they are */
    public PlanList(Clock clock) {
        this.clock = clock;
    }

    /** Writes them in the order given. */
    public void write(List<PlanFile> plans, Output out) {
        Page page = new Page(out.screen());
        for (PlanFile plan : plans) {
            page.paragraph(0, plan.name(), Style.HEADING);
            PlanOrigin origin = plan.origin();
            page.paragraph(
                    2,
                    list(
                            origin == null ? "" : origin.program(),
                            plan.plan() == null ? "" : "classes: " + PlanWords.classes(plan),
                            Amount.bytes((double) plan.length()),
                            Amount.age(clock.millis() - plan.modifiedMillis())),
                    Style.PLAIN);
            if (origin != null) {
                page.paragraph(
                        2,
                        "JDK " + origin.jvm() + ", perf-agent " + origin.agentVersion() + ", configuration "
                                + PlanWords.configuration(origin),
                        Style.FAINT);
            }
            if (plan.plan() != null && !plan.plan().isComplete()) {
                page.paragraph(2, "classes are watched " + PlanWords.watching(plan), Style.FAINT);
            }
            String problem = plan.problem();
            if (problem != null) {
                page.paragraph(2, "not used: " + problem, Style.WARNING);
            }
        }
        page.writeTo(out);
    }
}
