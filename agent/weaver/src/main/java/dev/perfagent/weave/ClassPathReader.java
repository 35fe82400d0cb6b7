package dev.perfagent.weave;

import dev.perfagent.plan.ClassFolders;
import dev.perfagent.plan.ClassPath;
import dev.perfagent.plan.PlanKey;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the classes of a class path, including those in folders and in jars that only manifests name. The agent calls it by
 * reflection, once.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html#class-path-attribute">the Class-Path
 *     attribute</a>
 */
public final class ClassPathReader implements ClassPath.Reader {
    private static final String CLASS = ".class";
    private static final String VERSIONS = "META-INF/versions/";

    /** JDKs before 22 find further jars through it, which no manifest names. */
    private static final String INDEX = "META-INF/INDEX.LIST";

    private final Set<String> classes = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> manifestJars = new ArrayList<>();
    private final ClassFolders folders = new ClassFolders();

    @Override
    public @Nullable ClassPath read(String classPath, boolean withModules) throws IOException {
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            // An empty entry is the working directory.
            if (entry.isEmpty() || !add(new File(entry), false)) {
                return null;
            }
        }
        if (withModules) {
            addModules();
        }
        classes.addAll(folders.classes());
        return new ClassPath(new ArrayList<>(classes), manifestJars, folders);
    }

    /** Adds the modules of the system loader, such as the compiler's: rules may be about their classes. */
    private void addModules() throws IOException {
        ModuleLayer boot = ModuleLayer.boot();
        for (ResolvedModule module : boot.configuration().modules()) {
            if (boot.findLoader(module.name()) == ClassLoader.getSystemClassLoader()) {
                try (ModuleReader reader = module.reference().open();
                        Stream<String> names = reader.list()) {
                    names.forEach(this::addClass);
                }
            }
        }
    }

    /** False when the classes cannot be listed for all later runs, such as those of a folder that only a manifest names. */
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
            return !byManifest && folders.add(file);
        }
        try (JarFile jar = new JarFile(file)) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                addClass(entries.nextElement().getName());
            }
            return jar.getEntry(INDEX) == null && addAll(file, jar.getManifest());
        } catch (IOException | SecurityException unreadable) {
            return false;
        }
    }

    private boolean addAll(File file, @Nullable Manifest manifest) {
        String further = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        if (further == null) {
            return true;
        }
        for (StringTokenizer paths = new StringTokenizer(further); paths.hasMoreTokens(); ) {
            try {
                URI uri = file.toURI().resolve(new URI(paths.nextToken()));
                if (!"file".equals(uri.getScheme()) || !add(new File(uri), true)) {
                    return false;
                }
            } catch (URISyntaxException | IllegalArgumentException odd) {
                return false;
            }
        }
        return true;
    }

    /** Leaves out what other loaders load, such as {@code BOOT-INF/classes/}. */
    private void addClass(String entry) {
        if (!entry.endsWith(CLASS)) {
            return;
        }
        String name = entry.substring(0, entry.length() - CLASS.length());
        if (name.startsWith(VERSIONS)) {
            name = name.substring(name.indexOf('/', VERSIONS.length()) + 1);
        }
        if (!name.contains("-INF/") && !name.equals("module-info")) {
            classes.add(name);
        }
    }
}
