package dev.perfagent.profile;

import dev.perfagent.prepare.MeasuredCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The profiler of some runs: async-profiler where it works, else Flight Recorder, if the command's Java has it. Only that knows
 * what the JVM itself does.
 */
public final class Profiler {
    /** What {@code --profiler} says for Flight Recorder. */
    public static final String FLIGHT_RECORDER = "jfr";

    /** How lines begin that a JVM prints before the one with the reason. */
    private static final List<String> NO_REASON = List.of("Picked up ", "Error occurred during initialization");

    /** What the system says of a library in a folder from which nothing may be executed. */
    private static final String NOT_MAPPED = "failed to map segment";

    private static final String NO_FLIGHT_RECORDER = "has no Flight Recorder (the module jdk.jfr)";

    private final @Nullable AsyncProfiler async;
    private final @Nullable String problem;
    private final boolean flightRecorder;

    private Profiler(@Nullable AsyncProfiler async, @Nullable String problem, boolean flightRecorder) {
        this.async = async;
        this.problem = problem;
        this.flightRecorder = flightRecorder;
    }

    /**
     * The one for that command. Whether its library can be loaded is tried with a JVM that does nothing, because a JVM that
     * cannot load one does not start.
     *
     * @param given a library, {@value #FLIGHT_RECORDER} or null
     * @param folder an empty one for its files
     * @throws IOException when the given one does not work
     */
    static Profiler of(MeasuredCommand command, @Nullable String given, Path folder) throws IOException {
        if (ModuleLayer.boot().findModule(FlightRecorder.MODULE).isEmpty()) {
            throw new IOException("the Java of perf-agent.jar " + NO_FLIGHT_RECORDER + ", and cannot read its files");
        }
        String java = java(command);
        if (FLIGHT_RECORDER.equals(given)) {
            return orFlightRecorder(null, null, java, folder);
        }
        AsyncProfiler async = given == null ? AsyncProfiler.packed(folder) : new AsyncProfiler(Path.of(given));
        if (async == null) {
            return orFlightRecorder(null, "there is no async-profiler for this system", java, folder);
        }
        String problem = problem(async, java, folder);
        if (problem != null && given != null) {
            throw new IOException("the profiler " + given + " does not work: " + problem);
        }
        return orFlightRecorder(async, problem, java, folder);
    }

    /** That one, if that Java can load it. */
    static Profiler orFlightRecorder(AsyncProfiler async, String java, Path folder) throws IOException {
        return orFlightRecorder(async, problem(async, java, folder), java, folder);
    }

    private static Profiler orFlightRecorder(
            @Nullable AsyncProfiler async, @Nullable String problem, String java, Path folder) throws IOException {
        AsyncProfiler works = problem == null ? async : null;
        boolean recorder = works == null
                ? FlightRecorder.isIn(java, folder)
                : FlightRecorder.isListed(trialOutput(folder)); // so that one JVM less has to be started
        if (works == null && !recorder) {
            throw new IOException(java + " " + NO_FLIGHT_RECORDER
                    + (problem == null ? "" : ", and async-profiler does not work here: " + problem));
        }
        return new Profiler(works, problem, recorder);
    }

    /** Whether it is known what the JVM itself does: collects garbage, compiles and loads classes. */
    public boolean knowsJvm() {
        return flightRecorder;
    }

    /** As users read it. */
    public String name() {
        return async == null ? "Flight Recorder" : "async-profiler";
    }

    /** How many milliseconds a sample of that event stands for; null if that is no fixed time. */
    public @Nullable Integer sampleMs(ProfileEvent event) {
        if (async == null) {
            return null;
        }
        return switch (event) {
            case CPU -> (Integer) AsyncProfiler.CPU_MS;
            case WALL -> (Integer) AsyncProfiler.WALL_MS;
            case ALLOC, LOCK -> null;
        };
    }

    /** Why it is not async-profiler; null when it is, or was not to be. */
    public @Nullable String problem() {
        return problem;
    }

    /** What Java is started with. */
    List<String> flags(Path folder, ProfileEvent event) throws IOException {
        List<String> flags = new ArrayList<>();
        if (flightRecorder) {
            flags.addAll(FlightRecorder.flags(folder, async == null));
        }
        if (async != null) {
            flags.addAll(async.flags(folder, event));
        }
        return flags;
    }

    private static String java(MeasuredCommand command) {
        String program = command.words().get(0);
        return MeasuredCommand.isJava(program)
                ? program
                : Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static @Nullable String problem(AsyncProfiler async, String java, Path folder) throws IOException {
        List<String> words = new ArrayList<>(List.of(java));
        words.addAll(async.flags(folder, ProfileEvent.CPU));
        words.add("-XX:ErrorFile=" + folder.resolve("crash")); // else it would be left where we run
        words.add(FlightRecorder.LIST_MODULES);
        Path output = trialOutput(folder);
        int code = JavaTrial.exitCode(words, output);
        if (code == JavaTrial.NO_END) {
            return "a JVM with it does not end";
        }
        if (code == 0 && hasRecording(folder)) {
            return null;
        }
        String said = firstLine(AsyncProfiler.log(folder));
        if (said.isEmpty() && code != 0) {
            said = firstLine(output);
        }
        if (said.contains(NOT_MAPPED)) {
            said += " (its folder may be mounted noexec)";
        }
        return said.isEmpty() ? "it writes no recording" : said;
    }

    private static Path trialOutput(Path folder) {
        return folder.resolve("output");
    }

    private static boolean hasRecording(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".jfr"));
        }
    }

    private static String firstLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.isBlank() && NO_REASON.stream().noneMatch(line::startsWith))
                .findFirst()
                .orElse("");
    }
}
