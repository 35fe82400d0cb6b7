package dev.perfagent.record;

import org.jspecify.annotations.Nullable;

/** Why the launcher ends a process without having called a main method: only the user sees the reason. */
final class LaunchFailure {
    private static final String LAUNCHER = "sun.launcher.LauncherHelper";

    private LaunchFailure() {}

    /**
     * The reason, for a thread that is about to exit before main was called; null when it is not the launcher that exits.
     *
     * @param mainClass name with dots; null when unknown
     */
    static @Nullable Throwable of(@Nullable String mainClass) {
        if (mainClass == null || !isLauncher()) {
            return null;
        }
        try {
            link(Class.forName(mainClass, false, ClassLoader.getSystemClassLoader())); // as the launcher did
            return new NoSuchMethodException(mainClass + ".main");
        } catch (ClassNotFoundException | LinkageError why) {
            return why;
        }
    }

    /** By asking for its methods; a class that it needs may be missing. */
    private static int link(Class<?> type) {
        return type.getMethods().length;
    }

    private static boolean isLauncher() {
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            if (frame.getClassName().equals(LAUNCHER)) {
                return true;
            }
        }
        return false;
    }
}
