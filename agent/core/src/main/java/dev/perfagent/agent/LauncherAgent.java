package dev.perfagent.agent;

import java.io.File;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * An agent in the jar that {@code java -jar} starts. It begins between us and main, no option names it, and it may want to see
 * each class before that is loaded.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/api/java.instrument/java/lang/instrument/package-summary.html">
 *     Including an Agent in an Executable JAR File</a>
 */
final class LauncherAgent {
    private static final String ATTRIBUTE = "Launcher-Agent-Class";

    private LauncherAgent() {}

    /**
     * Whether there is one, or nobody can say.
     *
     * @param classPath with which the JVM was started: the jar alone, if it was started by {@code -jar}
     */
    static boolean isIn(String classPath) {
        File file = new File(classPath);
        if (!file.isFile()) {
            return false;
        }
        try (JarFile jar = new JarFile(file, false)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(ATTRIBUTE) != null;
        } catch (IOException | SecurityException unreadable) {
            return true;
        }
    }
}
