package dev.perfagent.monitor;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor is to do, as the arguments of its process.
 *
 * @param session its name, which sorts by time
 * @param durationMillis 0 for until it is stopped
 * @param disk a folder on the disk that is watched
 * @param pid a process that is watched too; 0 for none
 * @param limits when to raise an alert
 * @param memory how it is reported that little memory is available
 * @param space the same of disk space
 * @param cpu the same of the CPUs
 * @param command the program that gets alerts, and its arguments; empty for none
 */
public record MonitorOrder(
        File home,
        String session,
        long intervalMillis,
        long durationMillis,
        File disk,
        long pid,
        Limits limits,
        AlertRule memory,
        AlertRule space,
        AlertRule cpu,
        List<String> command) {
    /** The first argument of the process, which no command is called. */
    public static final String WORD = "--monitor-process";

    private static final int FEWEST = 13;

    public MonitorOrder {
        command = List.copyOf(command);
    }

    /**
     * When to raise an alert; each null for never.
     *
     * @param memoryMb less is available
     * @param diskMb less is free
     * @param cpuPercent more is used
     */
    public record Limits(
            @Nullable Double memoryMb,
            @Nullable Double diskMb,
            @Nullable Double cpuPercent) {}

    /** With the rules that hold without an alerts.yml. */
    public MonitorOrder(
            File home, String session, long intervalMillis, long durationMillis, File disk, long pid, Limits limits) {
        this(
                home,
                session,
                intervalMillis,
                durationMillis,
                disk,
                pid,
                limits,
                AlertRule.STANDARD,
                AlertRule.STANDARD,
                AlertRule.STANDARD,
                List.of());
    }

    List<String> arguments() {
        List<String> all = new ArrayList<>();
        all.add(WORD);
        all.add(home.getAbsolutePath());
        all.add(session);
        all.add(Long.toString(intervalMillis));
        all.add(Long.toString(durationMillis));
        all.add(disk.getAbsolutePath());
        all.add(Long.toString(pid));
        all.add(text(limits.memoryMb()));
        all.add(text(limits.diskMb()));
        all.add(text(limits.cpuPercent()));
        all.add(memory.text());
        all.add(space.text());
        all.add(cpu.text());
        all.addAll(command);
        return all;
    }

    /** Whether these are the arguments of a monitor's process. */
    public static boolean isMeant(String... arguments) {
        return arguments.length >= FEWEST && arguments[0].equals(WORD);
    }

    static MonitorOrder of(String... arguments) {
        return new MonitorOrder(
                new File(arguments[1]),
                arguments[2],
                Long.parseLong(arguments[3]),
                Long.parseLong(arguments[4]),
                new File(arguments[5]),
                Long.parseLong(arguments[6]),
                new Limits(number(arguments[7]), number(arguments[8]), number(arguments[9])),
                AlertRule.of(arguments[10]),
                AlertRule.of(arguments[11]),
                AlertRule.of(arguments[12]),
                List.of(arguments).subList(FEWEST, arguments.length));
    }

    private static String text(@Nullable Double limit) {
        return limit == null ? "-" : limit.toString();
    }

    private static @Nullable Double number(String text) {
        return text.equals("-") ? null : Double.valueOf(text);
    }
}
