package dev.perfagent.optimize;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to make and try an archive of a program's classes, which spares a JVM much of its start. Made without any agent. */
final class ArchiveSteps {
    /** From this version on, an archive also keeps what the JVM learnt in a run. */
    private static final int AOT = 25;

    /**
     * Any agent brings that module along. A cache is refused, with errors on stdout, when the modules of the run are others than
     * those it was made with: so the flag stands in both commands, and both work with an agent and without.
     */
    private static final String WITH_AGENTS_MODULE = "java --add-modules java.instrument";

    private ArchiveSteps() {}

    /**
     * The commands, step by step.
     *
     * @param jdk version of the runs, such as {@code 17.0.15}; null when not known
     * @param program what follows {@code java}, such as {@code -jar ghpm.jar}
     */
    static List<AdviceStep> steps(@Nullable String jdk, String program, String name) {
        if (feature(jdk) >= AOT) {
            return steps(
                    WITH_AGENTS_MODULE,
                    "-XX:AOTCacheOutput=" + name + ".aot",
                    "-XX:AOTCache=" + name + ".aot",
                    program);
        }
        return steps(
                "java", "-XX:ArchiveClassesAtExit=" + name + ".jsa", "-XX:SharedArchiveFile=" + name + ".jsa", program);
    }

    private static List<AdviceStep> steps(String start, String make, String use, String program) {
        return List.of(
                new AdviceStep("make once", start, make + " " + program + " ARGUMENTS"),
                new AdviceStep("then try", start, use + " " + program + " ARGUMENTS"));
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
