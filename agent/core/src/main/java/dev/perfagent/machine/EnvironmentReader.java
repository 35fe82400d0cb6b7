package dev.perfagent.machine;

import dev.perfagent.run.Environment;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** Reads where this run runs. */
public final class EnvironmentReader {
    /** Variable by which a CI system shows itself, and our name of it. */
    private static final String[][] CI_SYSTEMS = {
        {"GITHUB_ACTIONS", "github-actions"},
        {"GITLAB_CI", "gitlab"},
        {"JENKINS_URL", "jenkins"},
        {"CIRCLECI", "circleci"},
        {"BUILDKITE", "buildkite"},
        {"TF_BUILD", "azure-pipelines"},
        {"TEAMCITY_VERSION", "teamcity"},
        {"BITBUCKET_BUILD_NUMBER", "bitbucket"},
        {"TRAVIS", "travis"},
        {"CI", "other"}
    };

    /** Bytes; ten scores need 300 at most, beside the name of a CPU. */
    private static final int MOST_SCORES = 1024;

    /** Where a JVM reports its own crash; {@code prepare} names another file each time. */
    private static final String CRASH_REPORT = "-XX:ErrorFile=";

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private EnvironmentReader() {}

    /**
     * As it is now.
     *
     * @param scores where {@code system benchmark} keeps its scores; null when they are not wanted
     * @param pid this process; null when it is not known or not wanted
     */
    public static Environment read(@Nullable File scores, @Nullable Long pid) {
        String cpu = Machine.cpuModel();
        int cores = Runtime.getRuntime().availableProcessors();
        String os = System.getProperty("os.name") + " " + System.getProperty("os.version");
        String arch = System.getProperty("os.arch");
        String flags = hash(jvmFlags(Machine.jvmOptions()));
        String ci = ci();
        String parent = System.getenv("TRACEPARENT");
        String comparable = cpu
                + '|'
                + cores
                + '|'
                + Runtime.version().feature()
                + '|'
                + System.getProperty("os.name")
                + '|'
                + arch
                + '|'
                + flags
                + '|'
                + ci
                + '|'
                + System.getenv("ImageOS");
        return new Environment(
                Machine.hostName(),
                System.getProperty("user.name"),
                os,
                arch,
                cpu,
                cores,
                Machine.memoryMb(),
                System.getProperty("java.version"),
                flags,
                ci,
                pid,
                parent == null ? null : TraceParent.valid(parent),
                scores == null ? null : scores(scores.getPath(), scoresOf(cpu, cores)),
                hash(comparable));
    }

    /** The first line of a file with scores: the machine they are of, because a home may be shared by several. */
    public static String scoresOf(@Nullable String cpu, int cores) {
        return cpu + "|" + cores;
    }

    /** The second line of the file when the first one names this machine; null also when it has other characters than scores. */
    private static @Nullable String scores(String path, String machine) {
        String text = SmallFile.text(path, MOST_SCORES);
        int first = machine.length();
        if (text == null || !text.startsWith(machine) || text.indexOf('\n') != first) {
            return null;
        }
        int end = text.indexOf('\n', first + 1);
        for (int i = first + 1; i < end; i++) {
            if ("abcdefghijklmnopqrstuvwxyz_=.0123456789 ".indexOf(text.charAt(i)) < 0) {
                return null;
            }
        }
        return end < 0 ? null : text.substring(first + 1, end);
    }

    /** The flags that change how fast the JVM is; system properties and agents are left out. */
    static String jvmFlags(String @Nullable [] options) {
        StringBuilder flags = new StringBuilder();
        for (String option : options == null ? new String[0] : options) {
            if (option.startsWith("-X") && !option.startsWith(CRASH_REPORT)) {
                flags.append(option).append(' ');
            }
        }
        String toolOptions = System.getenv("JAVA_TOOL_OPTIONS");
        String launcherOptions = System.getenv("JDK_JAVA_OPTIONS");
        return flags + extra(toolOptions) + extra(launcherOptions);
    }

    /** 64-bit FNV-1a over UTF-16 units, as 16 hex digits. */
    static String hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        String hex = Long.toHexString(hash);
        return "0000000000000000".substring(hex.length()) + hex;
    }

    private static String extra(@Nullable String options) {
        StringBuilder kept = new StringBuilder();
        int at = options == null ? -1 : options.indexOf("-X");
        while (options != null && at >= 0) {
            int end = options.indexOf(' ', at);
            kept.append(options, at, end < 0 ? options.length() : end).append(' ');
            at = end < 0 ? -1 : options.indexOf("-X", end);
        }
        return kept.toString();
    }

    private static @Nullable String ci() {
        for (String[] system : CI_SYSTEMS) {
            String value = System.getenv(system[0]);
            if (value != null && !value.isEmpty() && !value.equals("false")) {
                return system[1];
            }
        }
        return null;
    }
}
