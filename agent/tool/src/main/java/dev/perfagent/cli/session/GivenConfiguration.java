package dev.perfagent.cli.session;

import dev.perfagent.cli.option.ConfigOption;
import dev.perfagent.config.ConfigReader;
import dev.perfagent.settings.Configuration;
import dev.perfagent.tally.CommandName;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Thresholds;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The configuration a command goes by. Mistakes in it are reported. A command that judges by it then ends with 3; one that only
 * has
 * more to report with it goes on without what is wrong.
 *
 * @param content with the defaults in place of what has a mistake
 * @param isWhole whether it has none, and the folder could be read
 */
public record GivenConfiguration(Configuration content, boolean isWhole) {
    public static GivenConfiguration read(Session session, ConfigOption option) {
        File folder = option.folder(session.environment());
        if (folder == null) {
            return new GivenConfiguration(Configuration.standard(), true);
        }
        List<String> problems = new ArrayList<>();
        Configuration content = new ConfigReader().read(folder, problems);
        problems.forEach(problem -> session.report("perf-agent: " + problem));
        return new GivenConfiguration(content, problems.isEmpty());
    }

    /**
     * What {@code benchmarks.yml} grants each command, by its name. Where {@code instrumentation.yml} names the application,
     * it is for that one only.
     */
    public Function<CommandName, Budget> budgets() {
        Thresholds thresholds = content.thresholds();
        Benchmarks benchmarks = thresholds == null ? Benchmarks.NONE : thresholds.benchmarks();
        String application = content.settings().application();
        return name -> application == null || application.equals(name.application())
                ? benchmarks.budget(name.command())
                : Budget.NONE;
    }
}
