package dev.perfagent.cli.view.plan;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.plan.CoverageGap;
import dev.perfagent.plan.Plan;
import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;

/** How plans are described, in the list and on their own page. */
final class PlanWords {
    private PlanWords() {}

    /** {@code 12 woven, 88 left alone}; empty when it cannot be told. */
    static String classes(PlanFile plan) {
        if (plan.plan() == null) {
            return "";
        }
        long woven = plan.woven();
        return Amount.count(woven) + " woven, " + Amount.count(plan.classes().size() - woven) + " left alone";
    }

    /** Whether runs with it stop watching which classes are loaded, and if not, why; empty when it cannot be told. */
    static String watching(PlanFile file) {
        Plan plan = file.plan();
        if (plan == null) {
            return "";
        }
        CoverageGap gap = plan.coverage().gap();
        return gap == null ? "until all of them are woven" : "to the end of each run: " + gap.text();
    }

    static String configuration(PlanOrigin origin) {
        return origin.configFolder() == null ? "none" : origin.configFolder();
    }
}
