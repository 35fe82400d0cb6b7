package dev.perfagent.calibrate;

import dev.perfagent.machine.EnvironmentReader;
import dev.perfagent.machine.MachineTimes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does all kinds of work in turns, so that a machine that is slow for a while is slow for all of them. After rounds that are not
 * counted, because the JVM compiles in them, 15 are counted; 10 on a machine that needs long. There are fewer when the time is
 * up, and of work that alone would take much of it.
 */
public final class Calibration {
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 15;

    /** With the start of the JVM and the last piece of work, less than 20 s. */
    public static final Duration LONGEST = Duration.ofSeconds(18);

    /** Of the longest time: then the fewest rounds that make a score are enough. */
    private static final double ENOUGH = 0.7;

    private final Path folder;
    private final @Nullable URI download;
    private final BooleanSupplier isAsked;
    private final Consumer<String> progress;
    private final int warmUps;
    private final int mostRounds;
    private final long longestNanos;
    private final Map<Work, Long> nanos = new HashMap<>();
    private final Map<Work, List<Double>> rounds = new LinkedHashMap<>();
    private final Map<Work, String> failures = new LinkedHashMap<>();

    /**
     * @param folder on the disk that is measured; made, and deleted again
     * @param download read from there; null for no network
     * @param longest how long it may take, up to {@link #LONGEST}; work that was done too seldom then has no score
     * @param isAsked whether the user wants the end
     */
    public Calibration(
            Path folder, @Nullable URI download, Duration longest, BooleanSupplier isAsked, Consumer<String> progress) {
        this(folder, download, longest, isAsked, progress, WARM_UPS, ROUNDS);
    }

    Calibration(
            Path folder,
            @Nullable URI download,
            Duration longest,
            BooleanSupplier isAsked,
            Consumer<String> progress,
            int warmUps,
            int mostRounds) {
        this.warmUps = warmUps;
        this.mostRounds = mostRounds;
        longestNanos = longest.toNanos();
        this.folder = folder;
        this.download = download;
        this.isAsked = isAsked;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @throws IOException when the folder cannot be made or deleted
     */
    public SystemResult run(Instant time) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path scratch = Files.createTempDirectory(folder, "system-");
        MachineTimes before = MachineTimes.now();
        try {
            works(scratch).forEach(work -> rounds.put(work, new ArrayList<>()));
            rounds(start);
        } finally {
            close(scratch);
        }
        MachineTimes after = MachineTimes.now();
        List<MeasureResult> results = new ArrayList<>();
        rounds.forEach((work, figures) ->
                results.add(new MeasureResult(work.measure(), figures, failures.getOrDefault(work, work.note()))));
        return new SystemResult(
                time,
                (System.nanoTime() - start) / Work.NANOS_A_SECOND,
                EnvironmentReader.read(null, null),
                new SystemResult.Contention(
                        after.cpuPressureSince(before),
                        after.ioPressureSince(before),
                        after.stealSince(before),
                        after.throttledSince(before)),
                results);
    }

    private List<Work> works(Path scratch) throws IOException {
        DiskFile file = new DiskFile(scratch);
        Loopback loopback = new Loopback();
        List<Work> works = new ArrayList<>(List.of(
                CpuWork.onOneCore(),
                CpuWork.onAllCores(),
                new MemoryWork(),
                file.writing(),
                file.reading(),
                new SmallFilesWork(scratch),
                loopback.roundTrips(),
                loopback.sending(),
                new JvmStartWork(),
                new JvmStartCpuWork()));
        if (download != null) {
            works.add(new DownloadWork(download));
        }
        return works;
    }

    private void rounds(long start) throws InterruptedException {
        for (int round = -warmUps; round < mostRounds; round++) {
            if (round >= MeasureResult.FEWEST_ROUNDS && System.nanoTime() - start > longestNanos * ENOUGH) {
                return;
            }
            progress.accept(round < 0 ? "Warming up" : "Round " + (round + 1) + " of " + mostRounds);
            for (Map.Entry<Work, List<Double>> work : rounds.entrySet()) {
                if (isAsked.getAsBoolean() || System.nanoTime() - start > longestNanos) {
                    return;
                }
                round(work.getKey(), work.getValue(), round >= 0);
            }
        }
    }

    /** What cannot be done is left out from then on. */
    private void round(Work work, List<Double> figures, boolean counts) throws InterruptedException {
        long used = nanos.getOrDefault(work, 0L);
        if (failures.containsKey(work) || used > longestNanos * work.share()) {
            return;
        }
        long start = System.nanoTime();
        try {
            double figure = work.round();
            if (counts) {
                figures.add(figure);
            }
        } catch (IOException e) {
            failures.put(work, String.valueOf(e.getMessage()));
            figures.clear();
        }
        nanos.put(work, used + System.nanoTime() - start);
    }

    private void close(Path scratch) throws IOException {
        for (Work work : rounds.keySet()) {
            work.close();
        }
        Files.deleteIfExists(scratch);
    }
}
