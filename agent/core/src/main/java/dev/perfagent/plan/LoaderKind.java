package dev.perfagent.plan;

import org.jspecify.annotations.Nullable;

/** Which loader a class is loaded by, as far as that is the same in the next run. */
public enum LoaderKind {
    BOOT,
    PLATFORM,
    SYSTEM,
    OTHER;

    private static final ClassLoader PLATFORM_LOADER = ClassLoader.getPlatformClassLoader();
    private static final ClassLoader SYSTEM_LOADER = ClassLoader.getSystemClassLoader();

    /** The kind of that loader; null is the boot loader. */
    public static LoaderKind of(@Nullable ClassLoader loader) {
        if (loader == null) {
            return BOOT;
        }
        if (loader == PLATFORM_LOADER) {
            return PLATFORM;
        }
        return loader == SYSTEM_LOADER ? SYSTEM : OTHER;
    }

    /** Whether rules are about its classes: they are for the application, not for the JDK. */
    public boolean isApplication() {
        return this == SYSTEM || this == OTHER;
    }
}
