package dev.perfagent.profile;

import dev.perfagent.prepare.Launcher;
import dev.perfagent.prepare.MeasuredCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a command with a profiler, and gathers what that saw. */
public final class ProfileSession {
    private static final String LABELS = "PERF_AGENT_LABELS";

    /** Has the agent keep the run out of all figures, and name its profile. */
    private static final String PROFILED = "profiled=true,profile=";

    private final Launcher launcher;
    private final MeasuredCommand command;
    private final @Nullable String given;
    private final String id;
    private final Watcher watcher;

    /** Who follows the runs. */
    public interface Watcher {
        /** That many events of a run have been read, which may take long. */
        void reading(long events);

        /** A run is over; the profile has all runs so far. */
        void ranOnce(int runs, Profile profile);

        /** Whether the user wants the end. */
        boolean isInterrupted();
    }

    /**
     * @param command with the agent in it
     * @param given the profiler's native library, {@value Profiler#FLIGHT_RECORDER}, or null for the best that works
     * @param id of the profile, which the runs are labelled with
     */
    public ProfileSession(
            Launcher launcher, MeasuredCommand command, @Nullable String given, String id, Watcher watcher) {
        this.launcher = launcher;
        this.command = command;
        this.given = given;
        this.id = id;
        this.watcher = watcher;
    }

    /**
     * What the runs showed.
     *
     * @param runs that were merged
     * @param exitCode the command's; of several runs the first that is not 0
     */
    public record Result(Profile profile, Profiler profiler, int runs, int exitCode) {}

    /**
     * Runs it that often, and merges the runs.
     *
     * @param phase in which there have to be enough samples; null for any
     * @param home with the records of the runs
     * @param now the time
     */
    public Result run(ProfileEvent event, Repetition repetition, @Nullable String phase, Path home, Instant now)
            throws IOException {
        Path own = Files.createTempDirectory("perf-agent-profiler");
        try {
            Result result = run(Profiler.of(command, given, own), event, repetition, phase);
            RecordedCpu.add(home, id, now, result.profile());
            return result;
        } finally {
            delete(own);
        }
    }

    private Result run(Profiler profiler, ProfileEvent event, Repetition repetition, @Nullable String phase)
            throws IOException {
        Profile profile = new Profile(event);
        int exitCode = 0;
        int runs = 0;
        while (!watcher.isInterrupted() && !repetition.isOver(runs, profile, phase)) {
            Path folder = Files.createTempDirectory("perf-agent-profile");
            try {
                int ended = launcher.run(profiled(profiler, event, folder), false);
                exitCode = exitCode == 0 ? ended : exitCode;
                RecordingReader.addAll(folder, profile, watcher::reading);
            } finally {
                delete(folder);
            }
            runs++;
            watcher.ranOnce(runs, profile);
        }
        return new Result(profile, profiler, runs, exitCode);
    }

    private MeasuredCommand profiled(Profiler profiler, ProfileEvent event, Path folder) throws IOException {
        Map<String, String> variables = new HashMap<>();
        String others = command.environment().getOrDefault(LABELS, "");
        variables.put(LABELS, (others.isBlank() ? "" : others + ",") + PROFILED + id);
        variables.put("PERF_AGENT_ALERTS", "false");
        variables.put("PERF_AGENT_PHASE_LOG", folder.toString());
        return command.withVariables(variables).withFlags(profiler.flags(folder, event));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
