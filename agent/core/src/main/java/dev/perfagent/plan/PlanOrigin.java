package dev.perfagent.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a plan was made by and for, read back from the text of its {@link PlanKey}. For the tool; no measured JVM loads it.
 *
 * @param agentJar its path when the plan was made
 * @param jvm version of the virtual machine, such as {@code 17.0.15+6}
 * @param javaHome where that JDK was
 * @param configFolder as it was given to the agent; null for none
 * @param program jar or main class, as it was started
 */
public record PlanOrigin(
        String agentVersion,
        String agentJar,
        String jvm,
        String javaHome,
        @Nullable String configFolder,
        String program) {
    private static final String FIRST_CONFIG_FILE = "instrumentation.yml";
    private static final int CONFIG_FILES = 3;

    /** Null when the text is none that {@link PlanKey} writes. */
    static @Nullable PlanOrigin of(String key) {
        Cursor text = new Cursor(key);
        String version = text.field();
        String jar = text.path();
        String jvm = text.field();
        String javaHome = text.field();
        text.field(); // the main module
        String config = text.configFolder();
        String program = text.field();
        return version == null || jar == null || jvm == null || javaHome == null || program == null
                ? null
                : new PlanOrigin(version, jar, jvm, javaHome, config, program);
    }

    /** Goes through {@code field|path:length:time|…}; a path may hold these signs too, if not in that order. */
    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        @Nullable
        String field() {
            int end = text.indexOf('|', at);
            if (end < 0) {
                return null;
            }
            String field = text.substring(at, end);
            at = end + 1;
            return field;
        }

        /** The path in front of the next two numbers that end a field. */
        @Nullable
        String path() {
            for (int end = text.indexOf('|', at); end >= 0; end = text.indexOf('|', end + 1)) {
                int time = numberBefore(end);
                int length = time < 0 ? -1 : numberBefore(time);
                if (length >= at) {
                    String path = text.substring(at, length);
                    at = end + 1;
                    return path;
                }
            }
            return null;
        }

        @Nullable
        String configFolder() {
            int start = at;
            String first = path();
            if (first == null || !first.endsWith(FIRST_CONFIG_FILE)) {
                at = start;
                return null;
            }
            for (int i = 1; i < CONFIG_FILES; i++) {
                path();
            }
            String folder = first.substring(0, first.length() - FIRST_CONFIG_FILE.length());
            return folder.length() > 1 ? folder.substring(0, folder.length() - 1) : folder;
        }

        /** Where the colon of the number is that ends there; -1 when there is none. */
        private int numberBefore(int end) {
            int i = end - 1;
            while (i > at && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                i--;
            }
            i -= i > at && text.charAt(i) == '-' ? 1 : 0;
            return i >= at && i < end - 1 && text.charAt(i) == ':' ? i : -1;
        }
    }
}
