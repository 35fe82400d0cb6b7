package dev.perfagent.draft;

import dev.perfagent.history.History;
import dev.perfagent.history.RawRun;
import dev.perfagent.history.RunQuery;
import dev.perfagent.history.RunSelection;
import dev.perfagent.history.StoredRun;
import dev.perfagent.history.TimeRange;
import dev.perfagent.prepare.MeasuredCommand;
import dev.perfagent.prepare.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs a command with the agent a few times: once so that there is a plan, twice to sample stacks, and then to measure how long
 * it takes. Its output is dropped, and what the agent records stays in a folder of its own, which is deleted.
 */
public final class Trial {
    /** A short command is sampled a few dozen times in each. */
    private static final int SAMPLED_RUNS = 2;

    private static final int MOST_RECORDS = 10_000;

    private final Path jar;
    private final List<String> words;
    private final Map<String, String> environment;
    private final Consumer<String> progress;
    private int exitCode;

    /**
     * Of that command.
     *
     * @param jar the agent's
     * @param progress gets words about what is done
     */
    public Trial(Path jar, List<String> words, Map<String, String> environment, Consumer<String> progress) {
        this.jar = jar;
        this.words = List.copyOf(words);
        this.environment = new HashMap<>(environment);
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @param runs how many times it is measured
     * @throws IOException when it cannot be started
     */
    public TrialResult run(int runs) throws IOException {
        Path folder = Files.createTempDirectory("perf-agent-init");
        try {
            Path home = folder.resolve("home");
            int all = 1 + SAMPLED_RUNS + runs;
            start(home, Map.of(), "run 1 of " + all);
            for (int i = 0; i < SAMPLED_RUNS; i++) {
                start(home, Map.of("PERF_AGENT_STACKS", folder.toString()), "run " + (2 + i) + " of " + all);
            }
            Instant measured = Instant.now();
            for (int i = 0; i < runs; i++) {
                start(home, Map.of(), "run " + (2 + SAMPLED_RUNS + i) + " of " + all);
            }
            return new TrialResult(exitCode, records(home, measured), SampledStacks.read(folder));
        } finally {
            delete(folder);
        }
    }

    private void start(Path home, Map<String, String> more, String what) throws IOException {
        progress.accept(what);
        Map<String, String> variables = new HashMap<>(environment);
        variables.keySet().removeIf(name -> name.startsWith("PERF_AGENT_"));
        MeasuredCommand command = MeasuredCommand.attaching(jar, home, null, words, variables);
        ProcessBuilder builder = StartedProgram.builder(command.words(), command.environment());
        builder.environment().put("PERF_AGENT_QUIET", "true");
        builder.environment().put("PERF_AGENT_ALERTS", "false");
        builder.environment().putAll(more);
        try (StartedProgram program = StartedProgram.start(builder)) {
            int code = program.exitCode();
            exitCode = code == 0 ? exitCode : code;
        }
    }

    /** The measured runs, the oldest first. */
    private static List<StoredRun> records(Path home, Instant since) throws IOException {
        List<StoredRun> records = new ArrayList<>();
        RunQuery query = new RunQuery(RunSelection.ALL.in(TimeRange.since(since)), MOST_RECORDS);
        for (RawRun run : new History(home).newest(query)) {
            records.add(run.run());
        }
        Collections.reverse(records);
        return records;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = new ArrayList<>(all.toList());
            Collections.reverse(deepestFirst);
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        }
    }
}
