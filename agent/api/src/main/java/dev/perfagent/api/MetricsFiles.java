package dev.perfagent.api;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exported metrics of a folder, a file {@code metrics-<time>.json} each. The time is that of the export, in UTC, such as
 * {@code 20261128T190312.123Z}.
 *
 * <p>Nothing in here throws for what is wrong with files: an export is then empty, and {@link #problem()} says why.
 */
public final class MetricsFiles {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern NAME = Pattern.compile("metrics-\\d{8}T\\d{6}\\.\\d{3}Z\\.json");

    /** So many exports in one millisecond are looked past for a free name. */
    private static final int MOST_TRIES = 1_000;

    private final MetricsConfig config;
    private volatile @Nullable String problem;

    private MetricsFiles(MetricsConfig config) {
        this.config = config;
        this.problem = config.problem().orElse(null);
    }

    /** {@return as the config file of this process says, see {@link MetricsConfig#ofProcess()}; it is read at the first call} */
    public static MetricsFiles configured() {
        return OfProcess.FILES;
    }

    /**
     * {@return as that configuration says}
     *
     * @param config where the files are
     */
    public static MetricsFiles of(MetricsConfig config) {
        return new MetricsFiles(config);
    }

    private static final class OfProcess {
        private static final MetricsFiles FILES = of(MetricsConfig.ofProcess());

        private OfProcess() {}
    }

    /**
     * Writes what the collector holds into a new file, and deletes the oldest files above the configured number.
     *
     * @param collector what to export
     * @return the file; empty when metrics are not stored or could not be written
     */
    public Optional<Path> export(MetricsCollector collector) {
        return write(collector.snapshot());
    }

    /**
     * The same, and then clears the collector. What is measured meanwhile stays in it; everything does, when nothing was written.
     *
     * @param collector what to export
     * @return the file; empty when metrics are not stored or could not be written
     */
    public Optional<Path> exportAndClear(MetricsCollector collector) {
        MetricsSnapshot snapshot = collector.snapshot();
        Optional<Path> file = write(snapshot);
        if (file.isPresent()) {
            collector.remove(snapshot);
        }
        return file;
    }

    private Optional<Path> write(MetricsSnapshot snapshot) {
        if (!config.isStored()) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.now();
            Path file = writeNew(at, MetricsJson.of(snapshot, at));
            prune(config.keep());
            return Optional.of(file);
        } catch (IOException | RuntimeException failure) {
            problem = "metrics were not written: " + failure;
            return Optional.empty();
        }
    }

    /** A file appears under its name when it is complete. */
    private Path writeNew(Instant at, String text) throws IOException {
        for (int i = 0; ; i++) {
            Path file = config.folder().resolve("metrics-" + TIME.format(at.plusMillis(i)) + ".json");
            Path begun = file.resolveSibling(file.getFileName() + ".tmp");
            try {
                OwnerFiles.write(begun, text);
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(begun);
                    throw new FileAlreadyExistsException(file.toString());
                }
                return Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException taken) {
                if (i == MOST_TRIES) {
                    throw taken;
                }
            }
        }
    }

    /** {@return the files, the newest first} */
    public List<Path> list() {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(config.folder())) {
            return files;
        }
        try (Stream<Path> all = Files.list(config.folder())) {
            all.filter(MetricsFiles::isOurs).forEach(files::add);
        } catch (IOException | RuntimeException unreadable) {
            problem = "metrics cannot be listed: " + unreadable;
        }
        files.sort(Comparator.comparing((Path file) -> file.getFileName().toString())
                .reversed());
        return files;
    }

    private static boolean isOurs(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Deletes all files but the newest.
     *
     * @param newest how many are left; less than 0 counts as 0
     * @return how many were deleted
     */
    public int prune(int newest) {
        List<Path> files = list();
        int deleted = 0;
        for (Path file : files.subList(Math.min(Math.max(0, newest), files.size()), files.size())) {
            try {
                deleted += Files.deleteIfExists(file) ? 1 : 0;
            } catch (IOException | RuntimeException failure) {
                problem = "metrics cannot be deleted: " + failure;
            }
        }
        return deleted;
    }

    /** {@return what last went wrong here, or what is wrong with the config file} */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
