package dev.perfagent.agent;

import dev.perfagent.application.Application;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** Knows the JVMs that are none of our business though the flag reached them. */
final class SkippedJvms {
    /** Flags with which a JVM writes a class archive, or an AOT cache out of what an earlier run has recorded. */
    private static final String[] DUMP_FLAGS = {
        "-Xshare:dump",
        "-XX:ArchiveClassesAtExit",
        "-XX:+DumpSharedSpaces",
        "-XX:+DynamicDumpSharedSpaces",
        "-XX:AOTMode=create"
    };

    /** Flags of a run of the application in which the JVM finds out what an AOT cache is to contain. */
    private static final String[] TRAINING_FLAGS = {"-XX:AOTMode=record", "-XX:AOTCacheOutput", "-XX:AOTConfiguration"};

    /** Flags that bring others: a recording may weave classes (JDK 25), and what is in a file of options is not looked up. */
    private static final String[] COMPANY_FLAGS = {
        "-XX:StartFlightRecording", "-XX:VMOptionsFile", "-XX:Flags", "-Xbootclasspath", "-Xrun"
    };

    /** What is said of a JVM that {@link #isEndangered}. */
    static final String DANGER =
            "a JVM before 25 may crash under an agent if there is a multi-release jar or a module path beside"
                    + " its class archive (-XX:SharedArchiveFile)";

    private static final String[] OPTION_VARIABLES = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"};

    private static final String OWN_PACKAGE = "dev.perfagent.launch.";

    private static final String[] TOOL_PACKAGES = {
        "com.sun.tools.", "sun.tools.", "sun.security.tools.", "jdk.internal.", "sun.jvmstat.", "sun.rmi."
    };

    private static final String ARGUMENT_FILE = "@";
    private static final String[] NONE = {};

    /** JDK 24 has the correction too, but was not tried. */
    private static final int FIRST_SAFE_WITH_ARCHIVE = 25;

    private static final int FIRST_WITH_CACHE = 24;

    private SkippedJvms() {}

    /**
     * Whether that JVM is to be left alone.
     *
     * @param javaCommand the system property {@code sun.java.command}
     * @param jvmOptions see {@link dev.perfagent.machine.Machine#jvmOptions}
     * @param toolOptions what the variables of {@link #toolOptions} say
     */
    static boolean is(@Nullable String javaCommand, String @Nullable [] jvmOptions, String toolOptions) {
        if (javaCommand == null || isJdkTool(javaCommand)) {
            return true; // without a command it is java -version or the like
        }
        return hasOneOf(DUMP_FLAGS, jvmOptions, toolOptions);
    }

    /** Whether this run makes an AOT cache: see {@link CacheTraining}. */
    static boolean isTraining(String @Nullable [] jvmOptions, String toolOptions) {
        return hasOneOf(TRAINING_FLAGS, jvmOptions, toolOptions);
    }

    /** Whether classes of the application may be there already, because they came out of an AOT cache. */
    static boolean mayHaveCache(int feature, String @Nullable [] jvmOptions, String toolOptions) {
        return feature >= FIRST_WITH_CACHE && (jvmOptions == null || hasFlag("-XX:AOTCache", jvmOptions, toolOptions));
    }

    private static boolean hasOneOf(String[] flags, String @Nullable [] jvmOptions, String toolOptions) {
        for (String flag : flags) {
            if (hasFlag(flag, jvmOptions, toolOptions)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFlag(String flag, String @Nullable [] jvmOptions, String toolOptions) {
        for (String option : jvmOptions == null ? NONE : jvmOptions) {
            if (option.startsWith(flag)) {
                return true;
            }
        }
        return toolOptions.contains(flag);
    }

    /** Whether this JVM may crash because of an agent. */
    static boolean isEndangered(int feature, String @Nullable [] jvmOptions, String toolOptions) {
        return hasUnsafeArchive(feature, jvmOptions, toolOptions)
                && VersionedJars.mayBeOn(
                        System.getProperty("java.class.path", ""), System.getProperty("jdk.module.path"));
    }

    /** Whether that JVM uses a class archive, and is one that may crash because of some of them. */
    static boolean hasUnsafeArchive(int feature, String @Nullable [] jvmOptions, String toolOptions) {
        return feature < FIRST_SAFE_WITH_ARCHIVE && hasFlag("-XX:SharedArchiveFile", jvmOptions, toolOptions);
    }

    /**
     * Whether there may be others in that JVM who have loaded classes before us, may bring some past the class path, or may want
     * to weave those that we would load early. Where not even our own option is seen, a launcher has others that are not seen.
     */
    static boolean hasCompany(String @Nullable [] jvmOptions, String toolOptions) {
        if (hasOneOf(COMPANY_FLAGS, jvmOptions, toolOptions)) {
            return true;
        }
        if (toolOptions.startsWith("@") || toolOptions.contains(" @")) {
            return true;
        }
        int agents = jvmOptions == null ? 2 : agents(toolOptions);
        for (String option : jvmOptions == null ? NONE : jvmOptions) {
            if (option.startsWith(ARGUMENT_FILE)) { // one that could not be looked into
                return true;
            }
            agents += agents(option);
        }
        return agents != 1;
    }

    private static int agents(String options) {
        int found = 0;
        for (int at = options.indexOf("agent"); at >= 0; ) {
            boolean isFlag = options.startsWith("-java", at - 5)
                    || (options.startsWith("-", at - 1)
                            && (options.startsWith("lib", at + 5) || options.startsWith("path", at + 5)));
            found += isFlag ? 1 : 0;
            at = options.indexOf("agent", at + 5);
        }
        return found;
    }

    /** What the variables that JVM and launcher read say, one behind the other. */
    static String toolOptions() {
        StringBuilder all = new StringBuilder();
        for (String name : OPTION_VARIABLES) {
            String value = System.getenv(name);
            if (value != null) {
                all.append(value).append(' ');
            }
        }
        return all.toString();
    }

    /** javac and the like are started as {@code jdk.compiler/com.sun.tools.javac.Main}; our own tool is one of them. */
    private static boolean isJdkTool(String javaCommand) {
        int space = javaCommand.indexOf(' ');
        String first = space < 0 ? javaCommand : javaCommand.substring(0, space);
        if (Application.isSourceLauncher(first)) {
            return false; // java Tool.java: a program of somebody's
        }
        int slash = first.indexOf('/');
        if (slash > 0
                && slash == first.lastIndexOf('/')
                && !first.endsWith(".jar")
                && (first.startsWith("jdk.") || first.startsWith("java."))) {
            return true;
        }
        for (String tools : TOOL_PACKAGES) {
            if (first.startsWith(tools)) {
                return isInJdk(first);
            }
        }
        return first.startsWith(OWN_PACKAGE);
    }

    /** Whether the JDK has that class: others have packages of such names, too, such as the schema compiler of JAXB. */
    private static boolean isInJdk(String mainClass) {
        URL place = ClassLoader.getSystemResource(mainClass.replace('.', '/') + ".class");
        return place != null && place.getProtocol().equals("jrt");
    }

    /** Whether {@code java -jar} was given that very jar: our own tool. */
    static boolean isJar(@Nullable String javaCommand, File jar) throws IOException {
        if (javaCommand == null || !javaCommand.startsWith(".jar", javaCommand.indexOf(".jar"))) {
            return false;
        }
        int end = javaCommand.indexOf(".jar") + ".jar".length();
        File started = new File(javaCommand.substring(0, end));
        return started.getName().equals(jar.getName())
                && started.getCanonicalPath().equals(jar.getCanonicalPath());
    }
}
