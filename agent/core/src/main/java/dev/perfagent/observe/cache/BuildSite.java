package dev.perfagent.observe.cache;

import org.jspecify.annotations.Nullable;

/** Names a cache by where it is being built: the first frame outside us, its library and the JDK. */
final class BuildSite {
    private static final String UNKNOWN = "cache";

    private BuildSite() {}

    /** The name, for a hook of the library's own building method that is running on this thread. */
    static String current() {
        return of(new Throwable().getStackTrace());
    }

    static String of(StackTraceElement[] stack) {
        String library = null;
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (type.startsWith("dev.perfagent.") || type.startsWith("java.lang.PerfAgent")) {
                continue;
            }
            if (library == null) {
                library = type.substring(0, type.lastIndexOf('.') + 1);
            }
            if (!isIn(library, type) && !type.startsWith("java.") && !type.startsWith("jdk.")) {
                return name(type, frame.getMethodName());
            }
        }
        return UNKNOWN;
    }

    private static boolean isIn(@Nullable String library, String type) {
        return library != null && !library.isEmpty() && type.startsWith(library);
    }

    private static String name(String type, String method) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        boolean initializer = method.equals("<init>") || method.equals("<clinit>");
        return initializer || method.startsWith("lambda$") ? simple : simple + "." + method;
    }
}
