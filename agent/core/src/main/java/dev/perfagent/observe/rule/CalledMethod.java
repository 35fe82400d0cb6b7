package dev.perfagent.observe.rule;

import org.jspecify.annotations.Nullable;

/** Names an operation by the method of a library that the application called. */
final class CalledMethod {
    private CalledMethod() {}

    /** The name for this thread, which is in a method of the library; null when it cannot be found. */
    static @Nullable String current() {
        return of(new Throwable().getStackTrace());
    }

    /** That of the outermost of the library's methods; what the JDK calls in between, such as streams, is passed over. */
    static @Nullable String of(StackTraceElement[] stack) {
        String library = null;
        StackTraceElement called = null;
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (type.startsWith("dev.perfagent.") || type.startsWith("java.lang.PerfAgent")) {
                continue;
            }
            if (library == null) {
                library = type.substring(0, type.lastIndexOf('.') + 1);
            }
            if (!library.isEmpty() && type.startsWith(library)) {
                called = frame.getMethodName().startsWith("lambda$") ? called : frame;
            } else if (!type.startsWith("java.") && !type.startsWith("jdk.")) {
                break;
            }
        }
        return called == null ? null : name(called);
    }

    private static String name(StackTraceElement called) {
        String type = called.getClassName();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return called.getMethodName().startsWith("<") ? simple : simple + "." + called.getMethodName();
    }
}
