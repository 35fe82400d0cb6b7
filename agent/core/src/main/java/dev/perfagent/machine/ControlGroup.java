package dev.perfagent.machine;

import org.jspecify.annotations.Nullable;

/**
 * The control group of this process, which gives it its share of the CPUs; Linux only. Version 2 has one tree below
 * {@code /sys/fs/cgroup}; version 1 has one for each controller, of which {@code cpu} is asked. Inside a container the group is
 * often the root of what can be seen.
 *
 * <p>A limit of a group holds for all groups in it, and the kernel counts the waiting where the limit is. So the group and all
 * groups around it are asked, and their times added up: while the outer one has to wait, the inner one uses nothing.
 */
final class ControlGroup {
    private static final double MICROS_PER_MS = 1e3;
    private static final double NANOS_PER_MS = 1e6;

    /** More groups around each other than that are not looked at: each is a file to read. */
    private static final int MOST_GROUPS = 8;

    /** Where the cpu.stat of each is; empty for nowhere. They stay the same while a process lives, but for rare moves. */
    private static String @Nullable [] files;

    private ControlGroup() {}

    /** How long it has been throttled so far, over all CPUs, in milliseconds; null where that is not counted. */
    static synchronized @Nullable Double throttledMs() {
        if (files == null) {
            files = find(SmallFile.text("/proc/self/cgroup", 4096), "/sys/fs/cgroup");
        }
        return throttledMs(files);
    }

    /** All of these together. */
    static @Nullable Double throttledMs(String[] stats) {
        double sum = 0;
        for (String file : stats) {
            Double ms = throttledMsOf(SmallFile.text(file, 1024));
            if (ms == null) {
                return null;
            }
            sum += ms;
        }
        return stats.length == 0 ? null : Double.valueOf(sum);
    }

    static @Nullable Double throttledMsOf(@Nullable String stat) {
        Long micros = SmallFile.number(stat, "throttled_usec");
        if (micros != null) {
            return micros / MICROS_PER_MS;
        }
        Long nanos = SmallFile.number(stat, "throttled_time");
        return nanos == null ? null : Double.valueOf(nanos / NANOS_PER_MS);
    }

    /** The files that count, in the first of the trees that has any, from the group outwards. */
    static String[] find(@Nullable String groups, String root) {
        String[] none = {};
        if (groups == null) {
            return none;
        }
        String[][] trees = {
            {root, path(groups, "0::")},
            {root + "/cpu", path(groups, ":cpu:")},
            {root + "/cpu,cpuacct", path(groups, ":cpu,cpuacct:")},
        };
        for (String[] tree : trees) {
            String[] found = around(tree[0], tree[1]);
            if (found.length > 0) {
                return found;
            }
        }
        return none;
    }

    private static String[] around(String tree, String group) {
        String[] found = new String[MOST_GROUPS];
        int count = 0;
        for (String path = group; count < MOST_GROUPS; path = path.substring(0, path.lastIndexOf('/'))) {
            String file = tree + path + "/cpu.stat";
            if (throttledMsOf(SmallFile.text(file, 1024)) != null) {
                found[count++] = file;
            }
            if (path.isEmpty()) {
                break;
            }
        }
        String[] known = new String[count];
        System.arraycopy(found, 0, known, 0, count);
        return known;
    }

    /**
     * What stands behind that in {@code /proc/self/cgroup}: the group's path, which begins with a slash; empty for the root, and
     * when there is no such line.
     */
    private static String path(String groups, String before) {
        int at = groups.indexOf(before);
        if (at < 0) {
            return "";
        }
        int from = at + before.length();
        int end = groups.indexOf('\n', from);
        String path = groups.substring(from, end < 0 ? groups.length() : end);
        return path.startsWith("/") && !path.equals("/") ? path : "";
    }
}
