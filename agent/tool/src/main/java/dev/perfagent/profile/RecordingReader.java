package dev.perfagent.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Adds recordings of Flight Recorder to a profile, each joined with the phase log of its process. */
final class RecordingReader {
    private static final long NANOS_A_SECOND = 1_000_000_000;

    private final Profile profile;
    private final PhaseTimes times;

    private RecordingReader(Profile profile, PhaseTimes times) {
        this.profile = profile;
        this.times = times;
    }

    /** All that is in that folder. */
    static void addAll(Path folder, Profile profile) throws IOException {
        List<Path> recordings;
        try (Stream<Path> files = Files.list(folder)) {
            recordings = files.filter(file -> file.toString().endsWith(".jfr"))
                    .sorted()
                    .toList();
        }
        for (Path recording : recordings) {
            String name = String.valueOf(recording.getFileName());
            String process = name.replaceFirst(".*pid-(\\d+)-.*", "$1"); // JDK 17 names a file so by itself only
            PhaseTimes times = PhaseTimes.read(folder.resolve("phases-" + process + ".log"));
            new RecordingReader(profile, times).read(recording);
        }
    }

    private void read(Path recording) throws IOException {
        times.names().forEach(profile::phase);
        times.wallNanos().forEach((phase, nanos) -> profile.phase(phase).wall(nanos));
        if (Files.size(recording) == 0) {
            return; // of a JVM that was killed
        }
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                add(file.readEvent());
            }
        }
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> {
                sample(event, event.getThread("sampledThread"), ProfileEvent.CPU, 1);
                sample(event, event.getThread("sampledThread"), ProfileEvent.WALL, 1);
            }
            case "jdk.NativeMethodSample" -> sample(event, event.getThread("sampledThread"), ProfileEvent.WALL, 1);
            case "jdk.ObjectAllocationSample" ->
                sample(event, event.getThread(), ProfileEvent.ALLOC, event.getLong("weight"));
            case "jdk.JavaMonitorEnter", "jdk.ThreadPark" ->
                sample(
                        event,
                        event.getThread(),
                        ProfileEvent.LOCK,
                        event.getDuration().toNanos());
            case "jdk.GCPhasePause" ->
                profile.phase(ofAny(event)).collected(event.getDuration().toNanos());
            case "jdk.Compilation" ->
                profile.phase(ofAny(event)).compiled(event.getDuration().toNanos());
            default -> {} // nothing of the table
        }
    }

    private String ofAny(RecordedEvent event) {
        return times.ofAny(nanos(event.getStartTime()));
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * NANOS_A_SECOND + time.getNano();
    }

    private void sample(RecordedEvent event, @Nullable RecordedThread thread, ProfileEvent kind, long weight) {
        String name = thread == null ? PhaseTimes.NONE : times.of(thread.getJavaThreadId(), nanos(event.getEndTime()));
        PhaseProfile phase = profile.phase(name);
        switch (kind) {
            case CPU -> phase.cpu();
            case ALLOC -> phase.allocated(weight);
            case LOCK -> phase.locked(weight);
            case WALL -> {} // the phase log has that time
        }
        RecordedStackTrace trace = event.getStackTrace();
        if (kind == profile.event() && trace != null && weight > 0) {
            phase.stack(collapsed(trace), weight);
        }
    }

    private static String collapsed(RecordedStackTrace trace) {
        StringBuilder stack = new StringBuilder();
        List<RecordedFrame> frames = trace.getFrames();
        for (int i = frames.size() - 1; i >= 0; i--) {
            RecordedMethod method = frames.get(i).getMethod();
            if (method != null) {
                stack.append(stack.isEmpty() ? "" : ";")
                        .append(method.getType().getName())
                        .append('.')
                        .append(method.getName());
            }
        }
        return stack.toString();
    }
}
