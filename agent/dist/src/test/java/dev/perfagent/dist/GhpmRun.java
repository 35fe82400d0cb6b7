package dev.perfagent.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The sample run once under a case, with the agent, and how it ends without. Each case is run once for all tests, for a JVM takes
 * a second or two. The first on a JDK is cold; its plan is there for the others, as for a user's second run.
 *
 * @param plan {@code cold} or {@code warm}
 * @param with how it ended with the agent
 * @param without how it ends without
 * @param before when it was started
 * @param after when it had ended
 * @param wallMs from the one to the other by a clock that nobody sets
 */
record GhpmRun(
        GhpmCase of,
        String plan,
        AgentHome home,
        ServerLog log,
        Jvm.Ended with,
        Jvm.Ended without,
        Instant before,
        Instant after,
        double wallMs) {
    private static final Path FOLDER = Path.of("target/ghpm-runs").toAbsolutePath();
    private static final Map<GhpmCase, GhpmRun> RUNS = new ConcurrentHashMap<>(128);
    private static final Map<List<String>, Jvm.Ended> WITHOUT = new ConcurrentHashMap<>(128);

    /** A run of each JDK that has left a plan. */
    private static final Map<Jdk, AgentHome> PLANNED = new ConcurrentHashMap<>();

    /** One folder for all, because its path is part of what a plan depends on. */
    private static final Path PATIENT = TestConfig.patient(FOLDER.resolve("patient"));

    private static final AtomicBoolean IS_BEGUN = new AtomicBoolean();

    /** The first call begins those that wait, beside all others. */
    static GhpmRun of(GhpmCase of) {
        if (IS_BEGUN.compareAndSet(false, true)) {
            Thread beside = new Thread(() -> GhpmCase.waiting().forEach(GhpmRun::of), "runs that wait");
            beside.setDaemon(true);
            beside.start();
        }
        return RUNS.computeIfAbsent(of, GhpmRun::run);
    }

    /** How these arguments end without the agent. */
    static Jvm.Ended without(Jdk jdk, List<String> arguments) {
        return WITHOUT.computeIfAbsent(
                Stream.concat(Stream.of(jdk.toString()), arguments.stream()).toList(),
                any -> Jvm.on(jdk, FOLDER.resolve("without"))
                        .jar(Jvm.SAMPLE, arguments.toArray(new String[0]))
                        .run());
    }

    /** The one run in the history. */
    JsonNode record() {
        return home.onlyRun();
    }

    private static GhpmRun run(GhpmCase of) {
        Path folder = fresh(FOLDER.resolve(of.toString().replace(' ', '_')));
        AgentHome home = new AgentHome(folder.resolve("home"));
        boolean isSlow = of.scenario().equals(GhpmCase.SLOW);
        Path config = isSlow ? TestConfig.impatient(folder.resolve("config")) : PATIENT;
        AgentHome planned = isSlow ? null : PLANNED.get(of.jdk());
        if (planned != null) {
            planned.copyPlansTo(home);
        }
        // What is printed depends on the data alone, so only the scenario that fails differs from the clean one.
        String alike = of.isExhausted() ? GhpmCase.EXHAUSTED : GhpmCase.CLEAN;
        Jvm.Ended without = without(of.jdk(), List.of(of.command(), "--demo", "--scenario", alike));

        Instant before = Instant.now();
        long beforeNanos = System.nanoTime();
        Jvm.Ended with = Jvm.on(of.jdk(), folder)
                .agent(home.option(), "config=" + config)
                .jar(Jvm.SAMPLE, of.command(), "--demo", "--scenario", of.scenario(), "--demo-log", "server.log")
                .run();
        double wallMs = (System.nanoTime() - beforeNanos) / 1e6;
        ServerLog log = ServerLog.read(folder.resolve("server.log"));
        if (!isSlow) {
            PLANNED.putIfAbsent(of.jdk(), home);
        }
        String plan = planned == null ? "cold" : "warm";
        return new GhpmRun(of, plan, home, log, with, without, before, Instant.now(), wallMs);
    }

    private static Path fresh(Path folder) {
        try (Stream<Path> old = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
