package dev.perfagent.bench.exit;

import dev.perfagent.launch.CoreLoader;
import java.io.File;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

/** Runs {@link ExitParts} with the agent's classes out of the agent's jar, as a measured process has them. */
final class ExitLauncher {
    private ExitLauncher() {}

    /**
     * Runs once.
     *
     * @param arguments the agent's jar; the rest is for {@link ExitParts}
     */
    public static void main(String[] arguments) throws Throwable {
        URL own = ExitLauncher.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {own}, new CoreLoader(new File(arguments[0])))) {
            MethodHandles.publicLookup()
                    .findStatic(
                            loader.loadClass(ExitParts.class.getName()),
                            "main",
                            MethodType.methodType(void.class, String[].class))
                    .invokeExact(Arrays.copyOfRange(arguments, 1, arguments.length));
        }
    }
}
