package dev.perfagent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.plan.ClassPath;
import dev.perfagent.plan.PlanKey;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassPathReaderTest {
    @TempDir
    private Path folder;

    @Test
    void classesOfAllJars() throws IOException {
        Path one = jar("one.jar", null, "a/One.class", "a/One$Inner.class", "a/one.txt", "a/");
        Path two = jar("two.jar", null, "b/Two.class", "Unpackaged.class", "module-info.class");

        ClassPath read = read(one, two);

        assertThat(read.classes()).containsExactlyInAnyOrder("a/One", "a/One$Inner", "b/Two", "Unpackaged");
        assertThat(read.manifestJars()).isEmpty();
    }

    @Test
    void jarsThatOnlyManifestsName() throws IOException {
        Path absolute = jar("far away/absolute.jar", null, "c/Absolute.class");
        Path last = jar("lib/last.jar", null, "d/Last.class");
        Path relative = jar("lib/relative.jar", "last.jar", "b/Relative.class");
        Path main = jar("main.jar", "lib/relative.jar  " + absolute.toUri(), "a/Main.class");

        ClassPath read = read(main);

        assertThat(read.classes()).containsExactlyInAnyOrder("a/Main", "b/Relative", "c/Absolute", "d/Last");
        assertThat(read.manifestJars()).containsExactlyInAnyOrder(stamp(relative), stamp(absolute), stamp(last));
    }

    @Test
    void jarsThatNameEachOther() throws IOException {
        Path one = jar("one.jar", "two.jar one.jar", "a/One.class");
        Path two = jar("two.jar", "./one.jar ../" + folder.getFileName() + "/two.jar", "b/Two.class");

        assertThat(read(one).classes()).containsExactlyInAnyOrder("a/One", "b/Two");
        assertThat(read(one).manifestJars()).containsExactly(stamp(two));
        assertThat(read(one, two).classes()).containsExactlyInAnyOrder("a/One", "b/Two");
    }

    /** It may come: its stamp will be another then. */
    @Test
    void aJarThatIsMissing() throws IOException {
        Path main = jar("main.jar", "gone.jar gone-folder/", "a/Main.class");

        ClassPath read = read(main, folder.resolve("missing.jar"));

        assertThat(read.classes()).containsExactly("a/Main");
        assertThat(read.manifestJars())
                .containsExactlyInAnyOrder(stamp(folder.resolve("gone.jar")), stamp(folder.resolve("gone-folder")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   "})
    void aManifestThatNamesNothing(String none) throws IOException {
        assertThat(read(jar("main.jar", none, "a/Main.class")).classes()).containsExactly("a/Main");
    }

    @Test
    void aJarOfManyReleases() throws IOException {
        Path jar = jar(
                "main.jar",
                null,
                "a/Main.class",
                "META-INF/versions/17/a/Main.class",
                "META-INF/versions/21/a/Newer.class",
                "META-INF/versions/21/module-info.class");

        assertThat(read(jar).classes()).containsExactlyInAnyOrder("a/Main", "a/Newer");
    }

    @Test
    void whatIsForOtherLoaders() throws IOException {
        Path jar = jar("boot.jar", null, "BOOT-INF/classes/a/Main.class", "WEB-INF/classes/picocli/CommandLine.class");

        assertThat(read(jar).classes()).isEmpty();
    }

    @Test
    void foldersOfTheClassPath() throws IOException {
        Path jar = jar("main.jar", null, "a/Main.class");
        Path file = Files.createDirectories(folder.resolve("classes/b")).resolve("B.class");
        Files.createFile(file);

        ClassPath read = read(jar, folder.resolve("classes"));

        assertThat(read.classes()).containsExactlyInAnyOrder("a/Main", "b/B");
        assertThat(read.folders().file("b/B")).isEqualTo(file.toFile());
        assertThat(read.folders().stamps()).hasSize(2);
        assertThat(read.manifestJars()).isEmpty();
    }

    @Test
    void foldersThatOnlyAManifestNames() throws IOException {
        Files.createDirectory(folder.resolve("classes"));

        assertThat(new ClassPathReader()
                        .read(jar("by-manifest.jar", "classes/", "b/B.class").toString(), false))
                .isNull();
    }

    /** An empty entry of a class path is the working directory. */
    @ParameterizedTest
    @ValueSource(strings = {"", ":JAR", "JAR:", "JAR::JAR"})
    void theWorkingDirectory(String classPath) throws IOException {
        String jar = jar("main.jar", null, "a/Main.class").toString();

        assertThat(new ClassPathReader()
                        .read(classPath.replace(":", File.pathSeparator).replace("JAR", jar), false))
                .isNull();
    }

    @Test
    void whatCannotBeListed() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.jar"), "no jar at all");
        Path empty = Files.createFile(folder.resolve("empty.jar"));
        Path indexed = jar("indexed.jar", null, "META-INF/INDEX.LIST", "a/Main.class");
        Path remote = jar("remote.jar", "http://127.0.0.1/x.jar", "a/Main.class");
        Path odd = jar("odd.jar", "%zz.jar", "a/Main.class");
        Path opaque = jar("opaque.jar", "file:x.jar", "a/Main.class");

        for (Path jar : new Path[] {damaged, empty, indexed, remote, odd, opaque}) {
            assertThat(new ClassPathReader().read(jar.toString(), false))
                    .as(jar.toString())
                    .isNull();
        }
    }

    /** Rules may be about a tool of the JDK that an application calls. */
    @Test
    void modulesOfTheSystemLoader() throws IOException {
        Path jar = jar("main.jar", null, "a/Main.class");

        ClassPath read = Objects.requireNonNull(new ClassPathReader().read(jar.toString(), true));

        assertThat(read.classes())
                .contains("a/Main", "com/sun/tools/javac/main/JavaCompiler")
                .doesNotContain("java/lang/String", "module-info");
    }

    private static ClassPath read(Path... jars) throws IOException {
        return Objects.requireNonNull(new ClassPathReader().read(joined(jars), false));
    }

    private static String joined(Path... jars) {
        return Stream.of(jars).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static String stamp(Path file) {
        return PlanKey.stamp(file.toFile());
    }

    private Path jar(String name, @Nullable String classPath, String... entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (classPath != null) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        Path jar = folder.resolve(name);
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream pack = new JarOutputStream(out, manifest)) {
            for (String entry : entries) {
                pack.putNextEntry(new JarEntry(entry));
            }
        }
        return jar;
    }
}
