package dev.perfagent.inline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/** Advice that uses all there is, twice in each method of whole libraries: the JVM verifies what comes out. */
final class LibrariesTest {
    private static final BoundAdvice EVERYTHING = Inlined.advice(Advices.Everything.class);
    private static final BoundAdvice LOOPS = Inlined.advice(Advices.Loops.class);

    @ParameterizedTest
    @ValueSource(
            strings = {"picocli.CommandLine", "okhttp3.OkHttpClient", "io.ktor.http.Url", "org.apache.http.HttpHost"})
    void eachMethodOfALibraryCanBeWoven(String className) throws Exception {
        Map<String, byte[]> library =
                library(Class.forName(className, false, getClass().getClassLoader()));
        Loader loader = new Loader(library);
        List<String> failures = new ArrayList<>();
        int verified = 0;
        int unlinked = 0;
        for (String name : library.keySet()) {
            try {
                // Asking for the methods links the class, and so verifies it.
                verified += loader.loadClass(name.replace('/', '.')).getDeclaredMethods().length > 0 ? 1 : 0;
            } catch (NoClassDefFoundError | TypeNotPresentException needsAnotherLibrary) {
                unlinked++;
            } catch (VerifyError | ClassFormatError broken) {
                failures.add(name + ": " + broken.getMessage());
            }
        }
        assertThat(failures).isEmpty();
        assertThat(verified).isGreaterThan(50).isGreaterThan(4 * unlinked);
    }

    private static Map<String, byte[]> library(Class<?> type) throws IOException {
        URI jar = URI.create("jar:" + type.getProtectionDomain().getCodeSource().getLocation());
        Map<String, byte[]> found = new HashMap<>();
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> files = Files.walk(inside.getPath("/"))) {
            for (Path each : files.toList()) {
                String name = each.toString();
                if (name.endsWith(".class") && !name.startsWith("/META-INF") && !name.endsWith("-info.class")) {
                    found.put(name.substring(1, name.length() - ".class".length()), Files.readAllBytes(each));
                }
            }
        }
        return found;
    }

    private static byte[] woven(byte[] original) {
        Map<String, List<BoundAdvice>> all = new HashMap<>();
        for (String key : Inlined.methods(original)) {
            all.put(key, key.startsWith("<init>") ? List.of(LOOPS) : List.of(EVERYTHING, LOOPS, EVERYTHING));
        }
        try {
            return ClassEdit.edit(new ClassReader(original), Inlined::find, all);
        } catch (MethodTooLargeException | ClassTooLargeException tooLarge) {
            return original;
        }
    }

    /** Defines woven copies of a library. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> library;

        Loader(Map<String, byte[]> library) {
            super(LibrariesTest.class.getClassLoader());
            this.library = library;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte @Nullable [] original = library.get(name.replace('.', '/'));
            if (original == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null) {
                    byte[] bytes = woven(original);
                    loaded = defineClass(name, bytes, 0, bytes.length);
                }
                return loaded;
            }
        }
    }
}
