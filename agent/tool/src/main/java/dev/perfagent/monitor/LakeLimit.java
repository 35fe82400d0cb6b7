package dev.perfagent.monitor;

import java.io.File;
import java.util.Arrays;

/**
 * Keeps the samples of a home below a size, because a monitor may watch for months: about 20 days at one sample a second.
 * {@code prune} deletes what is older than the runs.
 */
final class LakeLimit {
    /** 1 GB. */
    private static final long MOST_BYTES = 1L << 30;

    private LakeLimit() {}

    /** Deletes the oldest days until the rest fits; never the newest. */
    static void apply(File lake) {
        apply(lake, MOST_BYTES);
    }

    static void apply(File lake, long mostBytes) {
        File[] days = lake.listFiles((folder, name) -> name.startsWith("date="));
        if (days == null) {
            return;
        }
        Arrays.sort(days); // by date
        long kept = 0;
        for (int i = days.length - 1; i >= 0; i--) {
            File[] files = days[i].listFiles((folder, name) -> name.endsWith(".ndjson"));
            for (File file : files == null ? new File[0] : files) {
                kept += file.length();
            }
            if (kept > mostBytes && i < days.length - 1) {
                for (File file : files == null ? new File[0] : files) {
                    file.delete(); // what cannot be deleted is tried again at the next day
                }
                days[i].delete();
            }
        }
    }
}
