package dev.perfagent.agent;

import dev.perfagent.plan.PlanKey;
import dev.perfagent.plan.PlanStore;
import dev.perfagent.record.Recording;
import dev.perfagent.run.Run;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a run found out that the plan does not have yet. */
final class PlanUpdate {
    private final AgentOutput output;
    private final @Nullable String configFolder;
    private final List<String> problems;
    private final @Nullable PlanStore plans;
    private final @Nullable PlanKey key;
    private final WeavingTransformer transformer;

    /** See {@link RunFindings}. */
    PlanUpdate(
            AgentOutput output,
            @Nullable String configFolder,
            List<String> problems,
            @Nullable PlanStore plans,
            @Nullable PlanKey key,
            WeavingTransformer transformer) {
        this.output = output;
        this.configFolder = configFolder;
        this.problems = problems;
        this.plans = plans;
        this.key = key;
        this.transformer = transformer;
    }

    /** Keeps what is new since it was last kept. */
    void keep(Run run, Recording recording) throws IOException, ReflectiveOperationException {
        if (transformer.coldPath() != null
                || transformer.plan().isChanged()
                || run.self().watchedMs() != null && transformer.hasMissedLoaders()) {
            new RunFindings(output, configFolder, problems, plans, key, transformer).keep(run, recording);
        }
    }
}
