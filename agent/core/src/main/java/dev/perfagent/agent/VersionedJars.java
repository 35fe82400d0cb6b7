package dev.perfagent.agent;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Looks for multi-release jars that hold classes for newer JDKs. Before JDK 24, a JVM that loads such a class from a class
 * archive reads its bytes for an agent from the wrong place in the jar, and crashes if there is nothing.
 *
 * @see <a href="https://bugs.openjdk.org/browse/JDK-8343427">JDK-8343427</a>
 */
final class VersionedJars {
    private static final String VERSIONS = "META-INF/versions/";
    private static final String CLASS = ".class";
    /** The JVM reads it, but no loader loads it. */
    private static final String DESCRIPTOR = "module-info.class";

    private final Set<String> seen = new HashSet<>();

    /**
     * Whether there is one on that class path, or nobody can say.
     *
     * @param classPath with what manifests add to it
     * @param modulePath null if there is none; its jars are not looked into
     */
    static boolean mayBeOn(String classPath, @Nullable String modulePath) {
        if (modulePath != null) {
            return true;
        }
        VersionedJars search = new VersionedJars();
        for (StringTokenizer entries = new StringTokenizer(classPath, File.pathSeparator); entries.hasMoreTokens(); ) {
            if (search.mayBe(new File(entries.nextToken()))) {
                return true;
            }
        }
        return false;
    }

    private boolean mayBe(File file) {
        if (!seen.add(file.getAbsolutePath()) || !file.isFile()) {
            return false;
        }
        try (JarFile jar = new JarFile(file)) {
            return jar.isMultiRelease() && hasVersions(jar) || mayBeNamed(file, jar);
        } catch (IOException | SecurityException unreadable) {
            return true;
        }
    }

    private static boolean hasVersions(JarFile jar) {
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (name.startsWith(VERSIONS) && name.endsWith(CLASS) && !name.endsWith(DESCRIPTOR)) {
                return true;
            }
        }
        return false;
    }

    /** Among the jars that a manifest adds. */
    private boolean mayBeNamed(File file, JarFile jar) throws IOException {
        String further = jar.getManifest() == null
                ? null
                : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        if (further == null) {
            return false;
        }
        for (StringTokenizer paths = new StringTokenizer(further); paths.hasMoreTokens(); ) {
            try {
                URI uri = file.toURI().resolve(new URI(paths.nextToken()));
                if ("file".equals(uri.getScheme()) && mayBe(new File(uri))) {
                    return true;
                }
            } catch (URISyntaxException | IllegalArgumentException odd) {
                return true;
            }
        }
        return false;
    }
}
