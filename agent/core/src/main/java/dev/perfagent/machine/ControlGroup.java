package dev.perfagent.machine;

import org.jspecify.annotations.Nullable;

/**
 * The control group of this process, which gives it its share of the CPUs; Linux only. Version 2 has one tree below
 * {@code /sys/fs/cgroup}; version 1 has one for each controller, of which {@code cpu} is asked. Inside a container the group is
 * often the root of what can be seen.
 */
final class ControlGroup {
    private static final double MICROS_PER_MS = 1e3;
    private static final double NANOS_PER_MS = 1e6;

    /** Where cpu.stat is; empty for nowhere. It stays the same while a process lives, but for rare moves. */
    private static @Nullable String file;

    private ControlGroup() {}

    /** How long it has been throttled so far, over all CPUs, in milliseconds; null where that is not counted. */
    static synchronized @Nullable Double throttledMs() {
        if (file == null) {
            file = find(SmallFile.text("/proc/self/cgroup", 4096), "/sys/fs/cgroup");
        }
        return file.isEmpty() ? null : throttledMs(SmallFile.text(file, 1024));
    }

    static @Nullable Double throttledMs(@Nullable String stat) {
        Long micros = SmallFile.number(stat, "throttled_usec");
        if (micros != null) {
            return micros / MICROS_PER_MS;
        }
        Long nanos = SmallFile.number(stat, "throttled_time");
        return nanos == null ? null : Double.valueOf(nanos / NANOS_PER_MS);
    }

    /** The first of the places where it may be that has it. */
    static String find(@Nullable String groups, String root) {
        if (groups == null) {
            return "";
        }
        String[] places = {
            root + path(groups, "0::"),
            root,
            root + "/cpu" + path(groups, ":cpu:"),
            root + "/cpu",
            root + "/cpu,cpuacct" + path(groups, ":cpu,cpuacct:"),
            root + "/cpu,cpuacct",
        };
        for (String place : places) {
            if (throttledMs(SmallFile.text(place + "/cpu.stat", 1024)) != null) {
                return place + "/cpu.stat";
            }
        }
        return "";
    }

    /**
     * What stands behind that in {@code /proc/self/cgroup}: the group's path; empty for the root, and when there is no such
     * line.
     */
    private static String path(String groups, String before) {
        int at = groups.indexOf(before);
        if (at < 0) {
            return "";
        }
        int from = at + before.length();
        int end = groups.indexOf('\n', from);
        String path = groups.substring(from, end < 0 ? groups.length() : end);
        return path.equals("/") ? "" : path;
    }
}
