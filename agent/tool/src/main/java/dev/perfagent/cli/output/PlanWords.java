package dev.perfagent.cli.output;

import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;

/** How plans are told, in the list and on their own page. */
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

    static String configuration(PlanOrigin origin) {
        return origin.configFolder() == null ? "none" : origin.configFolder();
    }
}
