package dev.perfagent.monitor;

import dev.perfagent.machine.ProcessStat;
import dev.perfagent.machine.SmallFile;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three programs that use most CPU time or memory, asked for at a peak only, because all processes are looked at. Only their
 * names are kept: arguments may hold secrets. Linux only.
 */
final class TopPrograms {
    private static final int MOST = 3;
    private static final int UTIME = 14;
    private static final int STIME = 15;
    private static final int RESIDENT = 24;
    private static final long LOOK_MILLIS = 200;

    private TopPrograms() {}

    /** What a process has used since its start. */
    record Use(String program, double amount) {}

    /** By CPU time in a fifth of a second. */
    static String byCpu() throws InterruptedException {
        Map<String, Use> before = use(true);
        Thread.sleep(LOOK_MILLIS);
        return names(before, use(true));
    }

    /** By resident memory. */
    static String byMemory() {
        return names(Map.of(), use(false));
    }

    /** By number of the process. */
    private static Map<String, Use> use(boolean cpu) {
        Map<String, Use> use = new HashMap<>();
        String[] names = new File("/proc").list();
        for (String name : names == null ? new String[0] : names) {
            if (Character.isDigit(name.charAt(0))) {
                String stat = SmallFile.text("/proc/" + name + "/stat", 1024);
                double amount = cpu ? number(stat, UTIME) + number(stat, STIME) : number(stat, RESIDENT);
                if (stat != null && amount > 0) {
                    use.put(name, new Use(program(stat), amount));
                }
            }
        }
        return use;
    }

    /**
     * Those whose processes used most in between. It is asked of each process, because threads of the kernel change their names,
     * and a process that ended takes all that it used with it.
     */
    static String names(Map<String, Use> before, Map<String, Use> after) {
        Map<String, Double> programs = new HashMap<>();
        for (Map.Entry<String, Use> process : after.entrySet()) {
            Use then = before.get(process.getKey());
            Use now = process.getValue();
            Double sum = programs.get(now.program);
            double used = now.amount - (then == null ? 0 : then.amount);
            programs.put(now.program, (sum == null ? 0 : sum) + Math.max(0, used));
        }
        return names(programs);
    }

    private static double number(@Nullable String stat, int field) {
        Long value = stat == null ? null : ProcessStat.field(stat, field);
        return value == null ? 0 : value;
    }

    /** In brackets; what a CSV or a terminal could take for more than a name is left out. */
    private static String program(String stat) {
        int from = stat.indexOf('(');
        int to = stat.lastIndexOf(')');
        StringBuilder name = new StringBuilder();
        for (int i = from + 1; from >= 0 && i < to; i++) {
            char c = stat.charAt(i);
            name.append(Character.isLetterOrDigit(c) || "._-+:/".indexOf(c) >= 0 ? c : '_');
        }
        return name.toString();
    }

    private static String names(Map<String, Double> use) {
        List<Map.Entry<String, Double>> all = new ArrayList<>(use.entrySet());
        all.sort(Map.Entry.<String, Double>comparingByValue().reversed());
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < Math.min(MOST, all.size()) && all.get(i).getValue() > 0; i++) {
            names.append(i == 0 ? "" : " ").append(all.get(i).getKey());
        }
        return names.toString();
    }
}
