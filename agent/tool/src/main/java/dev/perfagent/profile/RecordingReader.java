package dev.perfagent.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
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
    private static final int EVENTS_A_NOTICE = 1000;

    private final Profile profile;
    private final PhaseTimes times;

    /** Whether that profiler wrote it, which samples the wall clock apart from the CPU. */
    private final boolean isAsync;

    private final LongConsumer progress;
    private long events;

    private RecordingReader(Profile profile, PhaseTimes times, boolean isAsync, LongConsumer progress) {
        this.progress = progress;
        this.profile = profile;
        this.times = times;
        this.isAsync = isAsync;
    }

    /**
     * All that is in that folder.
     *
     * @param progress gets how many events of a recording have been read
     */
    static void addAll(Path folder, Profile profile, LongConsumer progress) throws IOException {
        List<Path> recordings;
        try (Stream<Path> files = Files.list(folder)) {
            recordings = files.filter(file -> file.toString().endsWith(".jfr"))
                    .sorted()
                    .toList();
        }
        Set<String> processes = new HashSet<>();
        for (Path recording : recordings) {
            String name = String.valueOf(recording.getFileName());
            String process = name.replaceFirst(".*pid-(\\d+)-.*", "$1"); // JDK 17 names a file so by itself only
            PhaseTimes times = PhaseTimes.read(folder.resolve("phases-" + process + ".log"));
            if (processes.add(process)) {
                times.names().forEach(profile::phase);
                times.wallNanos().forEach((phase, nanos) -> profile.phase(phase).wall(nanos));
            }
            new RecordingReader(profile, times, name.startsWith("async"), progress).read(recording);
        }
    }

    private void read(Path recording) throws IOException {
        if (Files.size(recording) == 0) {
            return; // of a JVM that was killed
        }
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                add(file.readEvent());
                if (++events % EVENTS_A_NOTICE == 0) {
                    progress.accept(events);
                }
            }
        }
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> {
                sample(event, event.getThread("sampledThread"), ProfileEvent.CPU, 1);
                if (!isAsync) {
                    sample(event, event.getThread("sampledThread"), ProfileEvent.WALL, 1);
                }
            }
            case "profiler.WallClockSample" ->
                sample(event, event.getThread("sampledThread"), ProfileEvent.WALL, event.getInt("samples"));
            case "jdk.NativeMethodSample" -> sample(event, event.getThread("sampledThread"), ProfileEvent.WALL, 1);
            case "jdk.ObjectAllocationSample" ->
                sample(event, event.getThread(), ProfileEvent.ALLOC, event.getLong("weight"));
            case "jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB" ->
                sample(
                        event,
                        event.getThread(),
                        ProfileEvent.ALLOC,
                        AsyncProfiler.allocated(event.getLong("allocationSize")));
            case "jdk.ClassLoad" -> profile.phase(of(event, event.getThread())).classLoaded();
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
        PhaseProfile phase = profile.phase(of(event, thread));
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

    private String of(RecordedEvent event, @Nullable RecordedThread thread) {
        if (thread == null) {
            return PhaseTimes.NONE;
        }
        boolean wasMain =
                "DestroyJavaVM".equals(thread.getJavaName()); // async-profiler knows a thread by its last name
        return times.of(wasMain ? times.mainThread() : thread.getJavaThreadId(), middle(event));
    }

    /** A wait ends just before its phase may end, and the two clocks agree to within some microseconds only. */
    private static long middle(RecordedEvent event) {
        long start = nanos(event.getStartTime());
        return start + (nanos(event.getEndTime()) - start) / 2;
    }

    private String collapsed(RecordedStackTrace trace) {
        StringBuilder stack = new StringBuilder();
        List<RecordedFrame> frames = trace.getFrames();
        for (int i = frames.size() - 1; i >= 0; i--) {
            RecordedMethod method = frames.get(i).getMethod();
            if (method != null) {
                stack.append(stack.isEmpty() ? "" : ";")
                        .append(method.getType().getName())
                        .append(isAsync && isNative(frames.get(i).getType()) ? OwnMethods.NATIVE : '.')
                        .append(method.getName().replace(';', ','));
            }
        }
        return stack.toString();
    }

    /** Whether that is a function outside of Java, by the names that async-profiler has for kinds of frames. */
    private static boolean isNative(String kind) {
        return kind.equals("Native") || kind.equals("C++") || kind.equals("Kernel");
    }
}
