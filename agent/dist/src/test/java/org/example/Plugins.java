package org.example;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Runs the class {@code plugin.Main} of each jar that its arguments name, each in a loader of its own. */
public final class Plugins {
    private Plugins() {}

    /** See the class. */
    public static void main(String[] jars) throws IOException, ReflectiveOperationException {
        for (String jar : jars) {
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {Path.of(jar).toUri().toURL()})) {
                Runnable plugin = loader.loadClass("plugin.Main")
                        .asSubclass(Runnable.class)
                        .getConstructor()
                        .newInstance();
                plugin.run();
            }
        }
    }
}
