package dev.perfagent.machine;

import org.jspecify.annotations.Nullable;

/** What the operating system says about this process and its machine; Linux, null elsewhere. */
public final class Machine {
    private Machine() {}

    /** Largest resident set so far, in bytes. */
    public static @Nullable Long peakRssBytes() {
        Long kilobytes = SmallFile.number(SmallFile.text("/proc/self/status", 4096), "VmHWM:");
        return kilobytes == null ? null : Long.valueOf(kilobytes * 1024);
    }

    /** Read and write system calls so far. */
    public static @Nullable Long ioOperations() {
        String io = SmallFile.text("/proc/self/io", 512);
        Long reads = SmallFile.number(io, "syscr:");
        Long writes = SmallFile.number(io, "syscw:");
        return reads == null || writes == null ? null : Long.valueOf(reads + writes);
    }

    static @Nullable Long memoryMb() {
        Long kilobytes = SmallFile.number(SmallFile.text("/proc/meminfo", 512), "MemTotal:");
        return kilobytes == null ? null : Long.valueOf(kilobytes / 1024);
    }

    static @Nullable String cpuModel() {
        String text = SmallFile.text("/proc/cpuinfo", 2048);
        int at = text == null ? -1 : text.indexOf("model name");
        if (text == null || at < 0) {
            return null;
        }
        int colon = text.indexOf(':', at);
        int end = text.indexOf('\n', at);
        return colon < 0 || end < colon ? null : text.substring(colon + 1, end).trim();
    }

    /** The host's name; null when it cannot be known without the network. */
    public static @Nullable String hostName() {
        String text = SmallFile.text("/proc/sys/kernel/hostname", 256);
        if (text == null) {
            text = System.getenv("COMPUTERNAME") == null ? System.getenv("HOSTNAME") : System.getenv("COMPUTERNAME");
        }
        return text == null || text.isBlank() ? null : text.trim();
    }

    /** The command line of this process, one element an argument; empty where it cannot be known. */
    public static String[] commandLine() {
        String text = SmallFile.text("/proc/self/cmdline", 64 * 1024);
        if (text == null || text.isEmpty()) {
            return new String[0];
        }
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == 0 ? 1 : 0;
        }
        String[] arguments = new String[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = text.indexOf(0, from);
            arguments[i] = text.substring(from, to);
            from = to + 1;
        }
        return arguments;
    }

    /** For threads of ours: an application counts, lists and interrupts those of its own group. */
    public static ThreadGroup systemGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        for (ThreadGroup above = group.getParent(); above != null; above = group.getParent()) {
            group = above;
        }
        return group;
    }
}
