package dev.perfagent.cli.view.plan;

import static dev.perfagent.cli.view.run.ResourceSection.list;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.output.Document.Section;
import dev.perfagent.cli.output.Style;
import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;
import java.time.Clock;
import java.util.List;

/** Plans, a few lines each: their names are long, and are of use only in full. */
public final class PlanList {
    private final Clock clock;

    /** @param clock says how old they are */
    public PlanList(Clock clock) {
        this.clock = clock;
    }

    /** Them in the order given. */
    public Document of(List<PlanFile> plans) {
        Document document = new Document();
        Section section = document.opening();
        for (PlanFile plan : plans) {
            section.item(plan.name(), Style.HEADING);
            PlanOrigin origin = plan.origin();
            section.detail(
                    list(
                            origin == null ? "" : origin.program(),
                            plan.plan() == null ? "" : "classes: " + PlanWords.classes(plan),
                            Amount.bytes((double) plan.length()),
                            Amount.age(clock.millis() - plan.modifiedMillis())),
                    Style.PLAIN);
            if (origin != null) {
                section.detail(
                        "JDK " + origin.jvm() + ", perf-agent " + origin.agentVersion() + ", configuration "
                                + PlanWords.configuration(origin),
                        Style.FAINT);
            }
            if (plan.plan() != null && !plan.plan().coverage().isComplete()) {
                section.detail("classes are watched " + PlanWords.watching(plan), Style.FAINT);
            }
            String problem = plan.problem();
            if (problem != null) {
                section.detail("not used: " + problem, Style.WARNING);
            }
        }
        return document;
    }
}
