package dev.perfagent.prepare.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perfagent.statistics.PairedRatio;
import dev.perfagent.statistics.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Tries the ways to start a program in the very JVM that it uses: each has to end as the program does without the agent, with the
 * same output; those that do are timed in turns.
 */
public final class StartTrial {
    /** The first JDK that has AOT caches with which an agent works. */
    public static final int FIRST_WITH_CACHE = 25;

    /** The environment variable by which the agent has its own classes taken into a cache. */
    private static final String TRAINING = "PERF_AGENT_TRAINING";

    private static final double LEVEL = 0.01;
    private static final int SHOWN = 200;

    private final JavaProgram program;
    private final String agent;
    private final @Nullable Path cache;
    private final ProgramRunner runner;
    private final Random random;

    private StartTrial(JavaProgram program, String agent, @Nullable Path cache, ProgramRunner runner, Random random) {
        this.program = program;
        this.agent = agent;
        this.cache = cache;
        this.runner = runner;
        this.random = random;
    }

    /**
     * Runs the program about seven times a round.
     *
     * @param agent what follows {@code -javaagent:}
     * @param cache where to make the AOT cache; null for none
     * @param rounds how often each way is timed
     * @throws IOException if the program cannot be started
     */
    public static StartComparison run(JavaProgram program, String agent, @Nullable Path cache, int rounds)
            throws IOException {
        try (ProcessRunner runner = new ProcessRunner()) {
            return new StartTrial(program, agent, cache, runner, new Random()).compare(rounds);
        }
    }

    /** The same with other programs and another chance, for tests. */
    static StartComparison run(
            JavaProgram program, String agent, @Nullable Path cache, int rounds, ProgramRunner runner, Random random)
            throws IOException {
        return new StartTrial(program, agent, cache, runner, random).compare(rounds);
    }

    private StartComparison compare(int rounds) throws IOException {
        int feature = program.feature(runner);
        ProgramRun alone = run(StartWay.ALONE);
        // Some programs print the time or a random name: then only the exit code can be compared.
        boolean repeats = alone.isSame(run(StartWay.ALONE));
        Map<StartWay, String> problems = new EnumMap<>(StartWay.class);
        addProblems(problems, false, null, alone, repeats);
        addProblems(problems, true, cacheProblem(feature, agent, alone), alone, repeats);
        if (problems.keySet().stream()
                .anyMatch(StartWay::hasCache)) { // JDK 25 makes bad caches with an agent of some programs
            problems.keySet().removeIf(StartWay::hasCache);
            addProblems(problems, true, cacheProblem(feature, "", alone), alone, repeats);
        }
        if (problems.containsKey(StartWay.CACHE_ALONE)) { // it would fail whoever takes the agent away
            problems.putIfAbsent(StartWay.CACHE, Objects.requireNonNull(problems.get(StartWay.CACHE_ALONE)));
            problems.putIfAbsent(StartWay.DIRECT_CACHE, Objects.requireNonNull(problems.get(StartWay.CACHE_ALONE)));
        }
        Map<StartWay, double[]> times = time(problems, rounds);
        List<TriedStart> tried = new ArrayList<>();
        for (StartWay way : StartWay.values()) {
            tried.add(tried(way, problems.get(way), times));
        }
        return new StartComparison(program, feature, rounds, tried);
    }

    /**
     * Tries the ways with a cache, or those without.
     *
     * @param known what is wrong with all of them; null if they are to be tried
     */
    private void addProblems(
            Map<StartWay, String> problems, boolean hasCache, @Nullable String known, ProgramRun alone, boolean repeats)
            throws IOException {
        for (StartWay way : StartWay.values()) {
            if (way.hasCache() == hasCache) {
                String problem = known == null ? problem(way, alone, repeats) : known;
                if (problem != null) {
                    problems.put(way, problem);
                }
            }
        }
    }

    private TriedStart tried(StartWay way, @Nullable String problem, Map<StartWay, double[]> times) {
        double[] own = times.get(way);
        double[] usual = times.get(StartWay.USUAL);
        return new TriedStart(
                way,
                options(way),
                problem,
                own == null ? null : (Double) Sample.of(own).median(),
                own == null || usual == null ? null : PairedRatio.of(own, usual, LEVEL));
    }

    /**
     * Makes the cache.
     *
     * @param with the agent, as in {@link StartWay#making}
     * @return null, or why there is none
     */
    private @Nullable String cacheProblem(int feature, String with, ProgramRun alone) throws IOException {
        if (cache == null) {
            return TriedStart.NO_CACHE;
        }
        if (feature < FIRST_WITH_CACHE) {
            return "JDK " + feature + " makes no AOT cache for a program with an agent; JDK " + FIRST_WITH_CACHE
                    + " does";
        }
        Files.deleteIfExists(cache);
        Map<String, String> environment = new HashMap<>(program.environment());
        environment.put(TRAINING, "true");
        ProgramRun made = run(StartWay.making(with, cache.toString()), environment);
        if (made.exitCode() != alone.exitCode()) {
            return "the run that makes the cache ended with exit code " + made.exitCode();
        }
        return Files.exists(cache) ? null : "the JVM made no cache: " + shortened(made.err());
    }

    /** Why that way is not to be used; null if it ends as the program alone does. Its first run may prepare the agent's plan. */
    private @Nullable String problem(StartWay way, ProgramRun alone, boolean repeats) throws IOException {
        ProgramRun first = run(way);
        ProgramRun second = run(way);
        if (second.exitCode() != alone.exitCode()) {
            return "it ends with exit code " + second.exitCode() + ": " + shortened(second.err() + second.out());
        }
        boolean same = !repeats || second.isSame(alone) && first.out().equals(alone.out());
        return same ? null : "it prints something else: " + shortened(new Difference(alone, second).text());
    }

    private Map<StartWay, double[]> time(Map<StartWay, String> problems, int rounds) throws IOException {
        List<StartWay> ways = new ArrayList<>(List.of(StartWay.values()));
        ways.removeAll(problems.keySet());
        Map<StartWay, double[]> times = new EnumMap<>(StartWay.class);
        ways.forEach(way -> times.put(way, new double[rounds]));
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(ways, random);
            for (StartWay way : ways) {
                Objects.requireNonNull(times.get(way))[round] = run(way).ms();
            }
        }
        return times;
    }

    private ProgramRun run(StartWay way) throws IOException {
        return run(options(way), program.environment());
    }

    private ProgramRun run(List<String> options, Map<String, String> environment) throws IOException {
        List<String> all = new ArrayList<>(runner.options());
        all.addAll(options);
        return runner.run(program.with(all), environment);
    }

    private List<String> options(StartWay way) {
        return way.options(agent, String.valueOf(cache));
    }

    private static String shortened(String text) {
        String line = text.strip().lines().findFirst().orElse("it printed nothing");
        String shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN);
        return new String(shown.getBytes(ISO_8859_1), UTF_8) + (line.length() <= SHOWN ? "" : "…");
    }

    /** What one of two outputs has more than the other. */
    private record Difference(ProgramRun expected, ProgramRun actual) {
        String text() {
            String more = firstNew(expected.out(), actual.out());
            return more.isEmpty() ? firstNew(expected.err(), actual.err()) : more;
        }

        private static String firstNew(String expected, String actual) {
            List<String> known = expected.lines().toList();
            return actual.lines()
                    .filter(line -> !known.contains(line))
                    .findFirst()
                    .orElse("");
        }
    }
}
