package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VersionedJarsTest {
    private static final String VERSIONED = "META-INF/versions/11/org/example/New.class";

    @TempDir
    private Path folder;

    @Test
    void aPlainClassPathHasNone() throws IOException {
        String classPath = jar("a.jar", "", "org/example/Old.class")
                + File.pathSeparator
                + folder
                + File.pathSeparator
                + folder.resolve("missing.jar");

        assertThat(VersionedJars.mayBeOn(classPath, null)).isFalse();
        assertThat(VersionedJars.mayBeOn("", null)).isFalse();
    }

    @Test
    void aClassForNewerJdksCounts() throws IOException {
        Path plain = jar("a.jar", "", "org/example/Old.class");

        assertThat(VersionedJars.mayBeOn(
                        plain + File.pathSeparator + jar("b.jar", "Multi-Release", "x/Y.class", VERSIONED), null))
                .isTrue();
    }

    @Test
    void aDescriptorOfAModuleDoesNotCount() throws IOException {
        Path jar = jar("a.jar", "Multi-Release", "x/Y.class", "META-INF/versions/9/module-info.class");

        assertThat(VersionedJars.mayBeOn(jar.toString(), null)).isFalse();
    }

    @Test
    void withoutTheAttributeVersionsAreNone() throws IOException {
        assertThat(VersionedJars.mayBeOn(jar("a.jar", "", VERSIONED).toString(), null))
                .isFalse();
    }

    @Test
    void jarsOfAManifestAreFollowed() throws IOException {
        jar("b.jar", "Multi-Release", VERSIONED);
        Path jar = jar("a.jar", "Class-Path=a.jar missing.jar b.jar", "x/Y.class");

        assertThat(VersionedJars.mayBeOn(jar.toString(), null)).isTrue();
    }

    @Test
    void whatCannotBeReadMayHoldSome() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");

        assertThat(VersionedJars.mayBeOn(broken.toString(), null)).isTrue();
        assertThat(VersionedJars.mayBeOn("", folder.toString())).isTrue();
    }

    /** With an attribute, given as {@code NAME=VALUE} or as a name that is true. */
    private Path jar(String name, String attribute, String... entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        int equals = attribute.indexOf('=');
        if (equals > 0) {
            manifest.getMainAttributes().putValue(attribute.substring(0, equals), attribute.substring(equals + 1));
        } else if (!attribute.isEmpty()) {
            manifest.getMainAttributes().putValue(attribute, "true");
        }
        Path file = folder.resolve(name);
        try (OutputStream stream = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(stream, manifest)) {
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
            }
        }
        return file;
    }
}
