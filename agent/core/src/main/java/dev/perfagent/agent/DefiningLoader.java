package dev.perfagent.agent;

import java.security.SecureClassLoader;
import org.jspecify.annotations.Nullable;

/**
 * Whether a class that comes by is defined by a class loader of the JDK, which was asked for it, or by the application, which had
 * its bytes, such as by {@code Lookup.defineClass}: what that defines must not be there already. The calls on the stack say it,
 * and the method for them of a security manager is the quickest way to see them; nobody is asked to be one.
 */
@SuppressWarnings("removal")
final class DefiningLoader extends SecurityManager {
    private static final String OF_THE_JDK = "jdk.internal.loader.";

    /** Null where the JDK has none any more. */
    private static final @Nullable DefiningLoader CALLS = create();

    private DefiningLoader() {}

    private static @Nullable DefiningLoader create() {
        try {
            return new DefiningLoader();
        } catch (LinkageError | RuntimeException refused) {
            return null;
        }
    }

    /** Asked in the thread in which the class is being defined; false where it cannot be told. */
    static boolean isOfTheJdk() {
        DefiningLoader calls = CALLS;
        Class<?>[] stack = calls == null ? null : calls.getClassContext();
        if (stack == null) {
            return false;
        }
        boolean defining = false;
        for (Class<?> type : stack) {
            boolean defines = type == ClassLoader.class || type == SecureClassLoader.class;
            if (defining && !defines) {
                return type.getName().startsWith(OF_THE_JDK);
            }
            defining = defines;
        }
        return false;
    }
}
