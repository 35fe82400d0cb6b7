package dev.perfagent.agent;

import org.jspecify.annotations.Nullable;

/** Knows the JVMs that are none of our business though the flag reached them. */
final class Bystander {
    /** Flags with which a JVM writes a class archive or an AOT cache, which an agent would spoil. */
    private static final String[] DUMP_FLAGS = {
        "-Xshare:dump", "-XX:ArchiveClassesAtExit", "-XX:+DumpSharedSpaces", "-XX:+DynamicDumpSharedSpaces",
        "-XX:AOTMode=record", "-XX:AOTMode=create", "-XX:AOTCacheOutput", "-XX:AOTConfiguration"
    };

    private static final String[] JDK_TOOL_PACKAGES = {
        "com.sun.tools.", "sun.tools.", "sun.security.tools.", "jdk.internal.", "sun.jvmstat.", "sun.rmi."
    };

    private Bystander() {}

    /**
     * Whether that JVM is to be left alone.
     *
     * @param javaCommand the system property {@code sun.java.command}
     * @param commandLine of the process
     * @param toolOptions the variable {@code JAVA_TOOL_OPTIONS}
     */
    static boolean is(@Nullable String javaCommand, String[] commandLine, @Nullable String toolOptions) {
        if (javaCommand != null && isJdkTool(javaCommand)) {
            return true;
        }
        for (String flag : DUMP_FLAGS) {
            for (int i = 1; i < commandLine.length && commandLine[i].startsWith("-"); i++) {
                if (commandLine[i].startsWith(flag)) {
                    return true;
                }
            }
            if (toolOptions != null && toolOptions.contains(flag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether other agents may be in that JVM, which may have loaded classes before us. */
    static boolean hasCompany(String[] commandLine, @Nullable String toolOptions) {
        int agents = commandLine.length == 0 ? 2 : agents(toolOptions);
        for (int i = 1; i < commandLine.length && commandLine[i].startsWith("-"); i++) {
            agents += agents(commandLine[i]);
        }
        return agents > 1;
    }

    private static int agents(@Nullable String options) {
        int found = 0;
        for (int at = options == null ? -1 : options.indexOf("agent"); options != null && at >= 0; ) {
            boolean isFlag = options.startsWith("-java", at - 5)
                    || (options.startsWith("-", at - 1)
                            && (options.startsWith("lib", at + 5) || options.startsWith("path", at + 5)));
            found += isFlag ? 1 : 0;
            at = options.indexOf("agent", at + 5);
        }
        return found;
    }

    /** javac and the like are started as {@code jdk.compiler/com.sun.tools.javac.Main}. */
    private static boolean isJdkTool(String javaCommand) {
        int slash = javaCommand.indexOf('/');
        int space = javaCommand.indexOf(' ');
        String first = space < 0 ? javaCommand : javaCommand.substring(0, space);
        if (slash > 0 && slash < first.length() && (first.startsWith("jdk.") || first.startsWith("java."))) {
            return true;
        }
        for (String tools : JDK_TOOL_PACKAGES) {
            if (first.startsWith(tools)) {
                return true;
            }
        }
        return false;
    }
}
