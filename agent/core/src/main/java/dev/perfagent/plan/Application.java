package dev.perfagent.plan;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The application as it was started: {@code java -jar x.jar}, {@code java -cp … Main} or {@code java -m module/Main}.
 *
 * @param mainClass with dots; null when it cannot be known
 * @param title what its jar's manifest calls it; null when it does not
 * @param version of that manifest
 * @param fallbackName the jar's name without its version, else the main class's simple name
 */
public record Application(
        @Nullable String mainClass,
        @Nullable String title,
        @Nullable String version,
        String fallbackName) {
    /**
     * Reads it from the launcher's own word.
     *
     * @param javaCommand the system property {@code sun.java.command}: main class or jar, then arguments; null when unknown
     */
    public static Application started(@Nullable String javaCommand) {
        if (javaCommand == null || javaCommand.isBlank()) {
            return new Application(null, null, null, "unknown");
        }
        int jarEnd = javaCommand.startsWith("-") ? -1 : jarEnd(javaCommand);
        if (jarEnd > 0) {
            return ofJar(new File(javaCommand.substring(0, jarEnd)));
        }
        int space = javaCommand.indexOf(' ');
        String first = space < 0 ? javaCommand : javaCommand.substring(0, space);
        return ofMainClass(first.substring(first.indexOf('/') + 1));
    }

    /** Where the jar's path ends, which may hold spaces; -1 when it is a class. */
    private static int jarEnd(String command) {
        int from = 0;
        while (from <= command.length()) {
            int space = command.indexOf(' ', from);
            int end = space < 0 ? command.length() : space;
            if (new File(command.substring(0, end)).isFile()) {
                return end;
            }
            from = end + 1;
        }
        return -1;
    }

    private static Application ofJar(File jar) {
        String name = jarName(jar.getName());
        try (JarFile file = new JarFile(jar)) {
            Manifest manifest = file.getManifest();
            return manifest == null
                    ? new Application(null, null, null, name)
                    : of(manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS), manifest, name);
        } catch (IOException unreadable) {
            return new Application(null, null, null, name);
        }
    }

    private static Application ofMainClass(String mainClass) {
        String simple = mainClass.substring(mainClass.lastIndexOf('.') + 1);
        File jar = jarOf(ClassLoader.getSystemResource(mainClass.replace('.', '/') + ".class"));
        if (jar == null) {
            return new Application(mainClass, null, null, simple);
        }
        try (JarFile file = new JarFile(jar)) {
            Manifest manifest = file.getManifest();
            return manifest == null
                    ? new Application(mainClass, null, null, simple)
                    : of(mainClass, manifest, simple.equals("Main") ? jarName(jar.getName()) : simple);
        } catch (IOException unreadable) {
            return new Application(mainClass, null, null, simple);
        }
    }

    private static Application of(@Nullable String mainClass, Manifest manifest, String name) {
        Attributes attributes = manifest.getMainAttributes();
        return new Application(
                mainClass == null ? null : mainClass.trim(),
                attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE),
                attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION),
                name);
    }

    private static @Nullable File jarOf(@Nullable URL resource) {
        if (resource == null || !resource.getProtocol().equals("jar")) {
            return null;
        }
        String path = resource.getPath();
        int end = path.indexOf("!/");
        if (end < 0 || !path.startsWith("file:")) {
            return null;
        }
        File file = new File(path.substring("file:".length(), end));
        return file.isFile() ? file : null;
    }

    /** {@code ghpm} for {@code ghpm-2.0.0.jar}. */
    static String jarName(String file) {
        String name = file.endsWith(".jar") ? file.substring(0, file.length() - 4) : file;
        for (int i = name.indexOf('-'); i > 0 && i + 1 < name.length(); i = name.indexOf('-', i + 1)) {
            char next = name.charAt(i + 1);
            if (next >= '0' && next <= '9') {
                return name.substring(0, i);
            }
        }
        return name;
    }
}
