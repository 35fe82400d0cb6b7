package dev.perfagent.weave;

import dev.perfagent.plan.ClassPath;
import dev.perfagent.plan.PlanKey;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Lists the jars of a class path, those included that only manifests name. Called reflectively by the agent.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html#class-path-attribute">the Class-Path attribute</a>
 */
public final class ClassPathJars implements ClassPath.Reader {
    private static final String CLASS = ".class";
    private static final String VERSIONS = "META-INF/versions/";

    private final Set<String> classes = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> manifestJars = new ArrayList<>();

    @Override
    public @Nullable ClassPath read(String classPath) {
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!add(new File(entry), false)) {
                return null;
            }
        }
        return new ClassPath(new ArrayList<>(classes), manifestJars);
    }

    /** False when what there is cannot be listed once and for all. */
    private boolean add(File file, boolean byManifest) {
        if (!seen.add(file.getAbsolutePath())) {
            return true;
        }
        if (byManifest) {
            manifestJars.add(PlanKey.stamp(file));
        }
        if (!file.exists()) {
            return true;
        }
        if (!file.isFile()) {
            return false;
        }
        try (JarFile jar = new JarFile(file)) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.endsWith(CLASS)) {
                    classes.add(className(name));
                }
            }
            return addAll(file, jar.getManifest());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean addAll(File file, @Nullable Manifest manifest) {
        String further = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        if (further == null) {
            return true;
        }
        for (String relative : further.trim().split(" +", -1)) {
            try {
                URI uri = file.toURI().resolve(new URI(relative));
                if (!"file".equals(uri.getScheme()) || !add(new File(uri), true)) {
                    return false;
                }
            } catch (URISyntaxException | IllegalArgumentException odd) {
                return false;
            }
        }
        return true;
    }

    private static String className(String entry) {
        String name = entry.substring(0, entry.length() - CLASS.length());
        if (name.startsWith(VERSIONS)) {
            return name.substring(name.indexOf('/', VERSIONS.length()) + 1);
        }
        return name;
    }
}
