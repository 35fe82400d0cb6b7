package dev.perfagent.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A control group of Linux with its share of CPU time, which takes root to make; version 1 or 2.
 *
 * <p>Its periods are as short as a turn on a CPU, so that it is held back also on a machine that would not give it more than that
 * anyway. What joins it goes to a group within it that has no limit of its own, as in a pod.
 */
final class CpuQuota implements AutoCloseable {
    private static final String PERIOD_MICROS = "2000";
    private static final String HALF_MICROS = "1000";

    private final Path group;
    private final boolean isVersion2;

    private CpuQuota(Path group) {
        this.group = group;
        this.isVersion2 = Files.exists(group.resolve("cpu.max"));
    }

    /** Whether such a group can be made here; says so in one line when not. */
    static boolean isPossible() {
        try {
            ofOneCpu().close();
            return true;
        } catch (IOException notHere) {
            System.out.println("Skipped the tests of a CPU quota: " + notHere.getMessage());
            return false;
        }
    }

    /** With the time of one CPU. */
    static CpuQuota ofOneCpu() throws IOException {
        for (String root : new String[] {"/sys/fs/cgroup", "/sys/fs/cgroup/cpu"}) {
            Path group = Path.of(root, "perf-agent-" + ProcessHandle.current().pid());
            try {
                Files.createDirectory(group);
            } catch (IOException notHere) {
                continue;
            }
            CpuQuota quota = new CpuQuota(group);
            try {
                quota.set(PERIOD_MICROS);
                Files.createDirectory(quota.inner());
                return quota;
            } catch (IOException withoutQuota) {
                quota.close();
            }
        }
        throw new IOException("no control group can be made here");
    }

    /** From now on half of that. */
    void half() throws IOException {
        set(HALF_MICROS);
    }

    private void set(String micros) throws IOException {
        if (isVersion2) {
            write("cpu.max", micros + ' ' + PERIOD_MICROS);
        } else {
            write("cpu.cfs_period_us", PERIOD_MICROS);
            write("cpu.cfs_quota_us", micros);
        }
    }

    /** Never makes the file: then it is no control group but a folder beside some. */
    private void write(String file, String text) throws IOException {
        Files.writeString(group.resolve(file), text, StandardOpenOption.WRITE);
    }

    /** What a shell does to become part of it. */
    String join() {
        return "echo $$ > " + inner() + "/cgroup.procs";
    }

    /** All that was in it has to have ended. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(inner());
        Files.delete(group);
    }

    private Path inner() {
        return group.resolve("tool");
    }
}
