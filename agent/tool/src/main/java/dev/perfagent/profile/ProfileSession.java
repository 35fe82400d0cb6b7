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

/** Runs a command with a profiler, and gathers what that saw. */
public final class ProfileSession {
    private static final String LABELS = "PERF_AGENT_LABELS";

    /** Has the agent keep the run out of all figures. */
    private static final String PROFILED = "profiled=true";

    private final Launcher launcher;
    private final MeasuredCommand command;

    /** @param command with the agent in it */
    public ProfileSession(Launcher launcher, MeasuredCommand command) {
        this.launcher = launcher;
        this.command = command;
    }

    /**
     * What the runs showed.
     *
     * @param exitCode the command's; of several runs the first that is not 0
     */
    public record Result(Profile profile, int exitCode) {}

    /** Runs it that often, and merges the runs. */
    public Result run(ProfileEvent event, int times) throws IOException {
        Profile profile = new Profile(event);
        int exitCode = 0;
        for (int i = 0; i < times; i++) {
            Path folder = Files.createTempDirectory("perf-agent-profile");
            try {
                int ended = launcher.run(profiled(folder), false);
                exitCode = exitCode == 0 ? ended : exitCode;
                RecordingReader.addAll(folder, profile);
            } finally {
                delete(folder);
            }
        }
        return new Result(profile, exitCode);
    }

    private MeasuredCommand profiled(Path folder) throws IOException {
        Map<String, String> variables = new HashMap<>();
        String others = command.environment().getOrDefault(LABELS, "");
        variables.put(LABELS, others.isBlank() ? PROFILED : others + "," + PROFILED);
        variables.put("PERF_AGENT_ALERTS", "false");
        variables.put("PERF_AGENT_PHASE_LOG", folder.toString());
        return command.withVariables(variables).withFlags(FlightRecorder.flags(folder));
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
