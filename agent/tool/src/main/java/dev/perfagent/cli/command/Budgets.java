package dev.perfagent.cli.command;

import dev.perfagent.analysis.CommandName;
import dev.perfagent.config.ConfigReader;
import dev.perfagent.plan.Configuration;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Thresholds;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code benchmarks.yml} grants each command. */
final class Budgets {
    private Budgets() {}

    /**
     * Budgets by the command's name. Where {@code instrumentation.yml} names the application, they are for that one only.
     *
     * @param folder that holds the files; null for the one the environment names, if any
     */
    static Function<CommandName, Budget> of(Session session, @Nullable File folder) {
        String told = session.environment().get("PERF_AGENT_CONFIG");
        File used = folder != null ? folder : told == null || told.isBlank() ? null : new File(told);
        if (used == null) {
            return name -> Budget.NONE;
        }
        List<String> problems = new ArrayList<>();
        Configuration configuration = new ConfigReader().read(used, problems);
        problems.forEach(problem -> session.tell("perf-agent: " + problem));
        Thresholds thresholds = configuration.thresholds();
        Benchmarks benchmarks = thresholds == null ? Benchmarks.NONE : thresholds.benchmarks();
        String application = configuration.settings().application();
        return name -> application == null || application.equals(name.application())
                ? benchmarks.budget(name.command())
                : Budget.NONE;
    }
}
