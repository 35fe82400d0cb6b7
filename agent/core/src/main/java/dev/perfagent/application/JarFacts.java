package dev.perfagent.application;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * What a jar, or an unpacked one, says about the program in it.
 *
 * @param mainClass with which {@code java -jar} starts it
 * @param startClass the class that a loader of Spring Boot then starts
 * @param title without a version; null when it says nothing
 * @param version of the release, without a build stamp
 */
record JarFacts(
        @Nullable String mainClass,
        @Nullable String startClass,
        @Nullable String title,
        @Nullable String version) {
    private static final JarFacts NONE = new JarFacts(null, null, null, null);
    private static final String MAVEN = "META-INF/maven/";
    private static final String POM = "/pom.properties";
    private static final String ENDING = ".jar";

    /** Of a jar; what cannot be read is not known, but for what the file's name says. */
    static JarFacts of(File jar) {
        VersionedName name = name(jar);
        try (JarFile file = new JarFile(jar)) {
            JarFacts facts = of(file.getManifest(), name.version());
            String version = facts.version == null ? pomVersion(file, name.name()) : facts.version;
            return version == null ? facts.orVersion(name.version()) : facts.orVersion(version);
        } catch (IOException | RuntimeException unreadable) {
            return NONE.orVersion(name.version());
        }
    }

    /** Of a folder with the content of a jar. */
    static JarFacts ofFolder(File folder) {
        File manifest = new File(folder, JarFile.MANIFEST_NAME);
        if (!manifest.isFile()) { // a pipe would keep the application waiting forever
            return NONE;
        }
        try (InputStream in = new FileInputStream(manifest)) {
            return of(new Manifest(in), null);
        } catch (IOException | RuntimeException none) {
            return NONE;
        }
    }

    /** {@code ghpm} and {@code 2.0.0} for {@code ghpm-2.0.0.jar}. */
    static VersionedName name(File jar) {
        String file = jar.getName();
        return VersionedName.of(file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file);
    }

    /**
     * @param named the version in the file's name; in full it goes before that of the bundle, which Xalan for one takes from
     *     elsewhere
     */
    private static JarFacts of(@Nullable Manifest manifest, @Nullable String named) {
        if (manifest == null) {
            return NONE;
        }
        Attributes attributes = manifest.getMainAttributes();
        String mainClass = dotted(trimmed(attributes.getValue(Attributes.Name.MAIN_CLASS)));
        String startClass = dotted(trimmed(attributes.getValue("Start-Class")));
        String title = trimmed(attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE));
        VersionedName called = title == null ? null : VersionedName.of(title);
        String version = Release.of(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        if (version == null) {
            version =
                    named != null && named.indexOf('.') > 0 ? named : Release.of(attributes.getValue("Bundle-Version"));
        }
        String name = called == null ? "" : called.name();
        boolean stated = !MainClassName.saysNothing(name) && !name.equals(mainClass);
        return new JarFacts(
                mainClass,
                startClass,
                stated ? name : null,
                version == null && called != null ? called.version() : version);
    }

    private JarFacts orVersion(@Nullable String other) {
        return version != null || other == null ? this : new JarFacts(mainClass, startClass, title, other);
    }

    /** As the launcher reads it: it takes the internal form of a name, too. */
    private static @Nullable String dotted(@Nullable String className) {
        return className == null ? null : className.replace('/', '.');
    }

    private static @Nullable String trimmed(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.trim();
    }

    /** Of the artifact that the jar is named after, else of the only one: a jar with its libraries has one for each. */
    private static @Nullable String pomVersion(JarFile jar, String name) throws IOException {
        JarEntry only = null;
        int count = 0;
        for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
            JarEntry entry = all.nextElement();
            String path = entry.getName();
            if (path.startsWith(MAVEN) && path.endsWith(POM)) {
                if (path.endsWith('/' + name + POM)) {
                    return version(jar, entry);
                }
                only = entry;
                count++;
            }
        }
        return only == null || count > 1 ? null : version(jar, only);
    }

    private static @Nullable String version(JarFile jar, JarEntry pom) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = jar.getInputStream(pom)) {
            properties.load(in);
        }
        return Release.of(properties.getProperty("version"));
    }
}
