package dev.perfagent.optimize;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to make and try an archive of a program's classes, which spares a JVM much of its start. Made without any agent. */
final class Archive {
    /** From this version on, an archive also keeps what the JVM learnt in a run. */
    private static final int AOT = 25;

    private Archive() {}

    /**
     * The commands, step by step.
     *
     * @param jdk version of the runs, such as {@code 17.0.15}; null when not known
     * @param program what follows {@code java}, such as {@code -jar ghpm.jar}
     */
    static List<Step> steps(@Nullable String jdk, String program, String name) {
        String make;
        String use;
        if (feature(jdk) >= AOT) {
            make = "-XX:AOTCacheOutput=" + name + ".aot";
            use = "-XX:AOTCache=" + name + ".aot";
        } else {
            make = "-XX:ArchiveClassesAtExit=" + name + ".jsa";
            use = "-XX:SharedArchiveFile=" + name + ".jsa";
        }
        return List.of(
                new Step("make once", "java " + make, program + " ARGUMENTS"),
                new Step("then try", "java " + use, program + " ARGUMENTS"));
    }

    /** Whether perf-agent measures runs with an archive on that JDK. */
    static boolean isMeasured(@Nullable String jdk) {
        return feature(jdk) >= AOT;
    }

    /** 0 when not known. */
    private static int feature(@Nullable String jdk) {
        if (jdk == null) {
            return 0;
        }
        int end = 0;
        while (end < jdk.length() && Character.isDigit(jdk.charAt(end))) {
            end++;
        }
        return end == 0 || end > 4 ? 0 : Integer.parseInt(jdk.substring(0, end));
    }
}
