package dev.perfagent.cli.view.baseline;

import dev.perfagent.baseline.Baseline;
import java.util.List;

/** Saved baselines for programs, in the order given. */
public record BaselineListJson(int schema, List<BaselineJson> baselines) {
    private static final int SCHEMA = 1;

    public static BaselineListJson of(List<Baseline> baselines) {
        return new BaselineListJson(
                SCHEMA, baselines.stream().map(BaselineJson::of).toList());
    }

    /** The names of those that are no more, for programs. */
    public record Deleted(int schema, List<String> deleted) {
        public Deleted(List<String> names) {
            this(SCHEMA, names);
        }
    }
}
