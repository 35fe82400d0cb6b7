package dev.perfagent.profile;

import dev.perfagent.prepare.Launcher;
import dev.perfagent.prepare.MeasuredCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /**
     * @param command with the agent in it
     * @param given the profiler's native library, {@value Profiler#FLIGHT_RECORDER}, or null for the best that works
     * @param id of the profile, which the runs are labelled with
     */
    public ProfileSession(Launcher launcher, MeasuredCommand command, @Nullable String given, String id) {
        this.launcher = launcher;
        this.command = command;
        this.given = given;
        this.id = id;
    }

    /**
     * What the runs showed.
     *
     * @param exitCode the command's; of several runs the first that is not 0
     */
    public record Result(Profile profile, Profiler profiler, int exitCode) {}

    /** Runs it that often, and merges the runs. */
    public Result run(ProfileEvent event, int times) throws IOException {
        Path own = Files.createTempDirectory("perf-agent-profiler");
        try {
            return run(Profiler.of(command, given, own), event, times);
        } finally {
            delete(own);
        }
    }

    private Result run(Profiler profiler, ProfileEvent event, int times) throws IOException {
        Profile profile = new Profile(event);
        int exitCode = 0;
        for (int i = 0; i < times; i++) {
            Path folder = Files.createTempDirectory("perf-agent-profile");
            try {
                int ended = launcher.run(profiled(profiler, event, folder), false);
                exitCode = exitCode == 0 ? ended : exitCode;
                RecordingReader.addAll(folder, profile);
            } finally {
                delete(folder);
            }
        }
        return new Result(profile, profiler, exitCode);
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
