package dev.perfagent.cli.view.plan;

import dev.perfagent.plan.PlanFile;
import dev.perfagent.prepare.PreparationResult;
import dev.perfagent.prepare.start.StartComparison;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans for programs, in the order given. */
public record PlanListJson(int schema, String folder, List<PlanJson.Facts> plans) {
    public static PlanListJson of(Path folder, List<PlanFile> plans) {
        return new PlanListJson(PlanJson.SCHEMA, folder.toString(), facts(plans));
    }

    private static List<PlanJson.Facts> facts(List<PlanFile> plans) {
        return plans.stream().map(PlanJson.Facts::of).toList();
    }

    /** What a preparation came to. */
    public record Prepared(
            int schema,
            String result,
            int exitCode,
            String folder,
            List<PlanJson.Facts> plans,
            List<String> reasons,
            @Nullable StartJson starts) {
        /**
         * Of one command.
         *
         * @param starts null if they were not compared
         */
        public static Prepared of(PreparationResult prepared, @Nullable StartComparison starts) {
            return new Prepared(
                    PlanJson.SCHEMA,
                    prepared.finding().text(),
                    prepared.exitCode(),
                    prepared.folder().toString(),
                    facts(prepared.plans()),
                    prepared.reasons(),
                    starts == null ? null : StartJson.of(starts));
        }
    }

    /** Those that were cleared. */
    public record Cleared(int schema, List<String> cleared) {
        public static Cleared of(List<PlanFile> plans) {
            return new Cleared(
                    PlanJson.SCHEMA, plans.stream().map(PlanFile::name).toList());
        }
    }
}
