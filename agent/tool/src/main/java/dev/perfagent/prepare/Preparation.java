package dev.perfagent.prepare;

import dev.perfagent.history.History;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.TimeRange;
import dev.perfagent.plan.PlanFile;
import dev.perfagent.plan.PlanOrigin;
import dev.perfagent.prepare.PreparationResult.Finding;
import dev.perfagent.run.AgentCost;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a command once and finds out what that made. */
public final class Preparation {
    /** A script may run many programs; more of their runs bring nothing new. */
    private static final int MOST_RUNS = 1000;

    private final Path jar;
    private final Path home;
    private final @Nullable String config;
    private final MeasuredCommand command;

    private Preparation(Path jar, Path home, @Nullable String config, MeasuredCommand command) {
        this.jar = jar;
        this.home = home;
        this.config = config;
        this.command = command;
    }

    /**
     * With the flag put into the command.
     *
     * @param jar the agent's
     * @param config as the user wrote it; null for none, or for that of the environment
     */
    public static Preparation attaching(
            Path jar, Path home, @Nullable String config, List<String> words, Map<String, String> environment) {
        Path absolute = home.toAbsolutePath();
        return new Preparation(
                jar,
                absolute,
                config == null ? environment.get("PERF_AGENT_CONFIG") : config,
                MeasuredCommand.with(new AgentFlag(jar, absolute, config), words, environment));
    }

    /** Of a command that brings the flag along. */
    public static Preparation asGiven(
            GivenFlag flag, Path jar, Path home, List<String> words, Map<String, String> environment) {
        String config = flag.option("config");
        return new Preparation(
                jar,
                home,
                config == null ? environment.get("PERF_AGENT_CONFIG") : config,
                new MeasuredCommand(words, environment));
    }

    /**
     * Runs it.
     *
     * @param aside see {@link Launcher#run}
     */
    public PreparationResult run(Launcher launcher, boolean aside, Clock clock) throws IOException {
        HomeSnapshot before = HomeSnapshot.at(home, clock.instant());
        int exitCode = launcher.run(command, aside);
        Path folder = home.resolve("plans");
        List<PlanFile> all = PlanFile.in(folder.toFile());
        Set<String> changed = before.changed(home);
        List<PlanFile> made = all.stream()
                .filter(plan -> changed.contains(plan.file().getName()))
                .toList();
        if (!made.isEmpty()) {
            return new PreparationResult(folder, exitCode, Finding.MADE, made, List.of());
        }
        List<PlanFile> fitting = all.stream().filter(this::fits).toList();
        Set<String> warm = warmApplications(before);
        if (!warm.isEmpty() && !fitting.isEmpty()) {
            return new PreparationResult(folder, exitCode, Finding.WARM, narrow(fitting, warm), List.of());
        }
        List<PlanFile> silent =
                fitting.stream().filter(plan -> !keepsRuns(plan)).toList();
        if (!silent.isEmpty()) {
            return new PreparationResult(folder, exitCode, Finding.UNKNOWN, silent, List.of());
        }
        return new PreparationResult(folder, exitCode, Finding.NONE, List.of(), reasons(before));
    }

    private boolean fits(PlanFile plan) {
        PlanOrigin origin = plan.origin();
        return plan.problem() == null
                && origin != null
                && new File(origin.agentJar()).getName().equals(jar.toFile().getName())
                && Objects.equals(absolute(config), absolute(origin.configFolder()));
    }

    private static @Nullable String absolute(@Nullable String folder) {
        return folder == null ? null : new File(folder).getAbsolutePath();
    }

    private static boolean keepsRuns(PlanFile plan) {
        return plan.plan() == null || plan.plan().settings().keepsRuns();
    }

    /** A run does not name its plan; the application's name, where it is the same, shows which it was. */
    private static List<PlanFile> narrow(List<PlanFile> plans, Set<String> applications) {
        List<PlanFile> named = plans.stream()
                .filter(plan -> applications.contains(String.valueOf(plan.application())))
                .toList();
        return named.isEmpty() ? plans : named;
    }

    private Set<String> warmApplications(HomeSnapshot before) throws IOException {
        Set<String> applications = new HashSet<>();
        RunQuery query = new RunQuery(
                RunSelection.ALL.in(TimeRange.since(before.time())).where(run -> AgentCost.WARM.equals(run.plan())),
                MOST_RUNS);
        for (RawRun run : new History(home).newest(query)) {
            applications.add(run.run().application());
        }
        return applications;
    }

    private List<String> reasons(HomeSnapshot before) throws IOException {
        List<String> reasons = new ArrayList<>(NewLogLines.after(before.logBytes(), home));
        String enabled = command.environment().getOrDefault("PERF_AGENT_ENABLED", "");
        if (enabled.equalsIgnoreCase("false") || enabled.equals("0")) {
            reasons.add("PERF_AGENT_ENABLED=" + enabled + " switches the agent off");
        }
        if (!isWritable(home)) {
            reasons.add(home + " cannot be written to");
        }
        if (reasons.isEmpty()) {
            reasons.add("no JVM that the agent measures ended normally: the command starts none, does not pass on "
                    + "JAVA_TOOL_OPTIONS, or only prints the version; JDK tools and JVMs that write a class archive "
                    + "are not measured");
        }
        return reasons;
    }

    /** Tried out: rights alone do not decide it, because one who may do everything may still find a file system read-only. */
    private static boolean canWriteInto(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "perf-agent", ".tmp"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWritable(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return canWriteInto(at);
            }
        }
        return false;
    }
}
