package dev.perfagent.prepare;

import dev.perfagent.plan.PlanFile;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of it.
 *
 * @param folder where plans are
 * @param exitCode of the command
 * @param plans those found
 * @param reasons why there is none
 */
public record PreparationResult(
        Path folder, int exitCode, Finding finding, List<PlanFile> plans, List<String> reasons) {
    public PreparationResult {
        plans = List.copyOf(plans);
        reasons = List.copyOf(reasons);
    }

    /** Whether there is a plan now. */
    public enum Finding {
        /** The command wrote it. */
        MADE("made"),
        /** The command used one that was there. */
        WARM("warm"),
        /** There is one that fits, and no telling whether it was used: the configuration has no runs kept. */
        UNKNOWN("unknown"),
        /** There is none. */
        NONE("none");

        private final String text;

        Finding(String text) {
            this.text = text;
        }

        /** As programs read it. */
        public String text() {
            return text;
        }
    }
}
