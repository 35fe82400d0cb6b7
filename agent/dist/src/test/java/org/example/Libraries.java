package org.example;

import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;

/** Tells where the classes and resources named by its arguments come from, as each loader of an application sees them. */
public final class Libraries {
    private Libraries() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        for (String name : arguments) {
            for (ClassLoader loader : new ClassLoader[] {
                Thread.currentThread().getContextClassLoader(),
                ClassLoader.getSystemClassLoader(),
                ClassLoader.getPlatformClassLoader()
            }) {
                System.out.println(name + ": " + ofClass(name, loader));
                String resource = name.replace('.', '/') + ".class";
                System.out.println(resource + ": " + Collections.list(loader.getResources(resource)));
                System.out.println(
                        "service " + name + ": " + Collections.list(loader.getResources("META-INF/services/" + name)));
            }
            for (URL url : Collections.list(ClassLoader.getSystemResources(name))) {
                System.out.println(name + " at " + url);
            }
        }
    }

    private static String ofClass(String name, ClassLoader loader) {
        try {
            Class<?> found = Class.forName(name, true, loader);
            CodeSource source = found.getProtectionDomain().getCodeSource();
            return (found.getModule().isNamed() ? "named " : "unnamed ")
                    + found.getPackage().getImplementationVersion() + " "
                    + (source == null ? "no source" : source.getLocation());
        } catch (ClassNotFoundException missing) {
            return "not found";
        }
    }
}
