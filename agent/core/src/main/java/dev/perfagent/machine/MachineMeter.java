package dev.perfagent.machine;

import dev.perfagent.run.MachineState;
import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * What the machine has left; memory and load on Linux only. Of the machine, not of a container on it: the figures of
 * {@code /proc} are its host's.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_meminfo.5.html">proc_meminfo(5)</a>
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_loadavg.5.html">proc_loadavg(5)</a>
 */
public final class MachineMeter {
    private static final double BYTES_A_MB = 1024 * 1024;
    private static final double KILOBYTES_A_MB = 1024;

    private MachineMeter() {}

    /** As it is now: two small files and a system call. */
    public static MachineState now() {
        Long kilobytes = SmallFile.number(SmallFile.text("/proc/meminfo", 512), "MemAvailable:");
        return new MachineState(
                kilobytes == null ? null : Double.valueOf(kilobytes / KILOBYTES_A_MB),
                freeDiskMb(new File(System.getProperty("user.dir", "."))),
                load(SmallFile.text("/proc/loadavg", 64), SmallFile.text("/sys/devices/system/cpu/online", 256)));
    }

    /** 0 is also what a folder has that cannot be asked, or is no more. */
    static @Nullable Double freeDiskMb(File folder) {
        long bytes = folder.getUsableSpace();
        return bytes > 0 || (folder.isDirectory() && folder.getTotalSpace() > 0)
                ? Double.valueOf(bytes / BYTES_A_MB)
                : null;
    }

    /**
     * The first average by the number of processors: by all of the machine, because the load is of all.
     *
     * @param online such as {@code 0-3,6}
     */
    static @Nullable Double load(@Nullable String averages, @Nullable String online) {
        int space = averages == null ? -1 : averages.indexOf(' ');
        if (averages == null || space < 0) {
            return null;
        }
        try {
            double load = Double.parseDouble(averages.substring(0, space));
            int processors = online == null ? Runtime.getRuntime().availableProcessors() : processors(online.trim());
            return processors < 1 ? null : Double.valueOf(load / processors);
        } catch (NumberFormatException foreign) {
            return null;
        }
    }

    private static int processors(String online) {
        int count = 0;
        int from = 0;
        while (from < online.length()) {
            int comma = online.indexOf(',', from);
            int end = comma < 0 ? online.length() : comma;
            int dash = online.indexOf('-', from);
            if (dash < 0 || dash > end) {
                count++;
            } else {
                count += Integer.parseInt(online.substring(dash + 1, end))
                        - Integer.parseInt(online.substring(from, dash))
                        + 1;
            }
            from = end + 1;
        }
        return count;
    }
}
