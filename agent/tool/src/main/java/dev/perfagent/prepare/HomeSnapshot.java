package dev.perfagent.prepare;

import dev.perfagent.history.FolderListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How things were before the command ran.
 *
 * @param plans by file name
 * @param logBytes size of agent.log
 */
record HomeSnapshot(Instant time, Map<String, Stamp> plans, long logBytes) {
    HomeSnapshot {
        plans = Map.copyOf(plans);
    }

    static HomeSnapshot at(Path home, Instant now) throws IOException {
        // Records have milliseconds.
        return new HomeSnapshot(now.truncatedTo(ChronoUnit.MILLIS), stamps(home), size(NewLogLines.file(home)));
    }

    /** Names of the plans that are new or were written again. */
    Set<String> changed(Path home) throws IOException {
        Set<String> changed = new HashSet<>();
        stamps(home).forEach((name, stamp) -> {
            if (!stamp.equals(plans.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static Map<String, Stamp> stamps(Path home) throws IOException {
        Map<String, Stamp> stamps = new HashMap<>();
        for (Path file : FolderListing.of(home.resolve("plans"), "*.plan")) {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Object key = attributes.fileKey();
            stamps.put(
                    String.valueOf(file.getFileName()),
                    new Stamp(attributes.lastModifiedTime(), attributes.size(), key == null ? null : key.toString()));
        }
        return stamps;
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /**
     * What changes when a plan is written.
     *
     * @param key the file's number, another one after each writing; null where there is none
     */
    record Stamp(FileTime modified, long bytes, @Nullable String key) {}
}
