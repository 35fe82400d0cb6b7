package dev.perfagent.profile;

import dev.perfagent.prepare.MeasuredCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The profiler of some runs: async-profiler where it works, else Flight Recorder. */
public final class Profiler {
    /** What {@code --profiler} says for Flight Recorder. */
    public static final String FLIGHT_RECORDER = "jfr";

    /** A JVM that does nothing ends within a second; a busy machine may need more. */
    private static final int LONGEST_TRIAL_SECONDS = 30;

    /** How lines begin that a JVM prints before the one with the reason. */
    private static final List<String> NO_REASON = List.of("Picked up ", "Error occurred during initialization");

    private final @Nullable AsyncProfiler async;
    private final @Nullable String problem;

    private Profiler(@Nullable AsyncProfiler async, @Nullable String problem) {
        this.async = async;
        this.problem = problem;
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
        if (FLIGHT_RECORDER.equals(given)) {
            return new Profiler(null, null);
        }
        AsyncProfiler async = given == null ? AsyncProfiler.packed(folder) : new AsyncProfiler(Path.of(given));
        if (async == null) {
            return new Profiler(null, "there is no async-profiler for this system");
        }
        Profiler best = orFlightRecorder(async, java(command), folder);
        if (best.problem != null && given != null) {
            throw new IOException("the profiler " + given + " does not work: " + best.problem);
        }
        return best;
    }

    /** That one, if that Java can load it. */
    static Profiler orFlightRecorder(AsyncProfiler async, String java, Path folder) throws IOException {
        String problem = problem(async, java, folder);
        return new Profiler(problem == null ? async : null, problem);
    }

    /** As users read it. */
    public String name() {
        return async == null ? "Flight Recorder" : "async-profiler";
    }

    /** Why it is not async-profiler; null when it is, or was not to be. */
    public @Nullable String problem() {
        return problem;
    }

    /** What Java is started with. */
    List<String> flags(Path folder, ProfileEvent event) throws IOException {
        List<String> flags = new ArrayList<>(FlightRecorder.flags(folder, async == null));
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
        words.add("-version");
        Path output = folder.resolve("output");
        Process trial = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            trial.getOutputStream().close();
            if (!trial.waitFor(LONGEST_TRIAL_SECONDS, TimeUnit.SECONDS)) {
                return "a JVM with it does not end";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while async-profiler was tried", e);
        } finally {
            trial.destroyForcibly();
        }
        if (trial.exitValue() == 0 && hasRecording(folder)) {
            return null;
        }
        String said = firstLine(AsyncProfiler.log(folder));
        return said.isEmpty() ? firstLine(output) : said;
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
