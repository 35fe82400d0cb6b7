package dev.perfagent.monitor;

import dev.perfagent.machine.SmallFile;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Bytes that the kernel has counted of networks and disks so far; Linux only. */
final class CounterFiles {
    private static final int MOST_BYTES = 64 * 1024;
    private static final double SECTOR = 512;

    /** What a disk is made of, or is made of disks, would be counted twice. */
    private static final String[] NOT_DISKS = {"loop", "ram", "zram", "dm-", "md"};

    private final Map<String, Boolean> disks = new HashMap<>();

    /** Received and sent; null where that is not known. */
    double @Nullable [] network() {
        String text = SmallFile.text("/proc/net/dev", MOST_BYTES);
        if (text == null) {
            return null;
        }
        double[] sum = new double[2];
        StringTokenizer lines = new StringTokenizer(text, "\n");
        while (lines.hasMoreTokens()) {
            String line = lines.nextToken();
            int colon = line.indexOf(':');
            if (colon > 0 && !line.substring(0, colon).trim().equals("lo")) {
                String numbers = line.substring(colon + 1);
                sum[0] += number(numbers, 0);
                sum[1] += number(numbers, 8);
            }
        }
        return sum;
    }

    /** Read and written; null where that is not known. */
    double @Nullable [] disk() {
        String text = SmallFile.text("/proc/diskstats", MOST_BYTES);
        if (text == null) {
            return null;
        }
        double[] sum = new double[2];
        StringTokenizer lines = new StringTokenizer(text, "\n");
        while (lines.hasMoreTokens()) {
            String line = lines.nextToken();
            if (isDisk(word(line, 2))) {
                sum[0] += number(line, 5) * SECTOR;
                sum[1] += number(line, 9) * SECTOR;
            }
        }
        return sum;
    }

    /** A partition has no folder of its own there. */
    private boolean isDisk(String name) {
        Boolean known = disks.get(name);
        if (known == null) {
            boolean whole = !name.isEmpty() && new File("/sys/block/" + name).exists();
            for (String other : NOT_DISKS) {
                whole &= !name.startsWith(other);
            }
            known = whole;
            disks.put(name, known);
        }
        return known;
    }

    private static double number(String line, int index) {
        try {
            return Long.parseLong(word(line, index));
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }

    static String word(String line, int index) {
        StringTokenizer words = new StringTokenizer(line, " ");
        for (int i = 0; i < index && words.hasMoreTokens(); i++) {
            words.nextToken();
        }
        return words.hasMoreTokens() ? words.nextToken() : "";
    }
}
