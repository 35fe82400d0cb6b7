package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.machine.Machine;
import dev.perfagent.plan.LoaderKind;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes the next runs load ahead. */
final class LoadedNamesTest {
    private static final String MAIN = "main.jar";
    private static final byte[] CLASS_FILE = {1, 2};

    private final LoadedNames names = new LoadedNames();

    @TempDir
    private Path folder;

    @Test
    void allWhereNoFrameworkReadsTheCommandLine() throws IOException {
        jar(MAIN, "app/Main", "app/Main$Part", "app/Last");
        jar("a library.jar", "lib/Library");
        add(LoaderKind.SYSTEM, "app/Main", MAIN);
        add(LoaderKind.SYSTEM, "app/Main$Part", MAIN);
        add(LoaderKind.SYSTEM, "lib/Library", "a library.jar");
        add(LoaderKind.SYSTEM, "app/Last", MAIN);

        assertThat(early(0)).containsExactly("app.Main", "app.Main$Part", "lib.Library", "app.Last");
        assertThat(names.all()).isEqualTo(early(0));
    }

    @Test
    void elseThoseBeforeTheCommandLineWasRead() throws IOException {
        jar(MAIN, "app/Main", "app/Parser", "app/Command");
        add(LoaderKind.SYSTEM, "app/Main", MAIN);
        add(LoaderKind.SYSTEM, "app/Parser", MAIN);
        long read = System.nanoTime();
        add(LoaderKind.SYSTEM, "app/Command", MAIN);

        assertThat(early(read)).containsExactly("app.Main", "app.Parser");
    }

    @Test
    void noneThatMayBeAnotherOneOrNotThere() throws IOException {
        jar(MAIN, "app/Plugin", "app/Main$$EnhancerByName", "app/Signed");
        Files.createDirectories(folder.resolve("classes"));
        add(LoaderKind.OTHER, "app/Plugin", MAIN);
        add(LoaderKind.SYSTEM, "app/InAFolder", "classes");
        add(LoaderKind.SYSTEM, "app/Main$$EnhancerByName", MAIN);
        names.add(LoaderKind.SYSTEM, "jdk/proxy1/$Proxy4", null, CLASS_FILE);
        names.add(LoaderKind.SYSTEM, "app/MadeUp", new ProtectionDomain(null, null), CLASS_FILE);
        CodeSource signed = new CodeSource(folder.resolve(MAIN).toUri().toURL(), new CodeSigner[0]);
        names.add(LoaderKind.SYSTEM, "app/Signed", new ProtectionDomain(signed, null), CLASS_FILE);

        assertThat(early(0)).isEmpty();
        assertThat(names.all()).hasSize(6);
    }

    /** The domain of one that the application defines by itself says the same as that of another. */
    @Test
    void noneThatIsNotInItsJarAsItWasLoaded() throws IOException {
        jar(MAIN, "app/Main", "app/other/Changed");
        names.add(
                LoaderKind.SYSTEM,
                "app/other/Changed",
                domain(folder.resolve(MAIN).toUri()),
                new byte[] {3},
                true);
        add(LoaderKind.SYSTEM, "app/other/MadeUp", MAIN);
        add(LoaderKind.SYSTEM, "app/gone/Gone", "gone.jar");
        names.add(LoaderKind.SYSTEM, "app/image/InAnImage", domain(URI.create("jrt:/app")), CLASS_FILE, true);
        add(LoaderKind.SYSTEM, "app/Main", MAIN);

        assertThat(early(0)).containsExactly("app.Main");
    }

    /** What the application defines by itself, though it is in its jar, must not be there before. */
    @Test
    void noneThatTheApplicationDefinesByItself() throws IOException {
        jar(MAIN, "app/Main", "app/own/Own");
        names.add(LoaderKind.SYSTEM, "app/own/Own", domain(folder.resolve(MAIN).toUri()), CLASS_FILE);
        add(LoaderKind.SYSTEM, "app/Main", MAIN);

        assertThat(early(0)).containsExactly("app.Main");
    }

    /** The first class of a package brings the version of its jar with it. */
    @Test
    void noneBehindOneFromElsewhereInItsPackage() throws IOException {
        jar(MAIN, "app/Main", "app/Last", "app/part/Part", "app/changed/Last");
        Files.createDirectories(folder.resolve("classes"));
        add(LoaderKind.SYSTEM, "app/Main", MAIN);
        add(LoaderKind.SYSTEM, "app/InAFolder", "classes");
        add(LoaderKind.SYSTEM, "app/changed/MadeUp", MAIN);
        add(LoaderKind.SYSTEM, "app/part/Part", MAIN);
        add(LoaderKind.SYSTEM, "app/Last", MAIN);
        add(LoaderKind.SYSTEM, "app/changed/Last", MAIN);

        assertThat(early(0)).containsExactly("app.Main", "app.part.Part");
    }

    @Test
    void noMoreThanThreeHundred() throws IOException {
        String[] parts = new String[400];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = "app/Part" + i;
            add(LoaderKind.SYSTEM, parts[i], MAIN);
        }
        jar(MAIN, parts);

        assertThat(early(0)).hasSize(300).startsWith("app.Part0").endsWith("app.Part299");
    }

    /** The JVM's thread has that name; an agent that came this way may want to see classes before they are loaded. */
    @Test
    void noneWhereAnotherProcessCameIn() throws InterruptedException, IOException {
        jar(MAIN, "app/Main");
        add(LoaderKind.SYSTEM, "app/Main", MAIN);
        CountDownLatch over = new CountDownLatch(1);
        Thread listener = new Thread(Machine.systemGroup(), () -> awaited(over), "Attach Listener");
        listener.start();
        try {
            assertThat(early(0)).isEmpty();
        } finally {
            over.countDown();
            listener.join();
        }
        assertThat(early(0)).containsExactly("app.Main");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void jar(String name, String... classes) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (String each : classes) {
                jar.putNextEntry(new JarEntry(each + ".class"));
                jar.write(CLASS_FILE);
            }
        }
    }

    private void add(LoaderKind kind, String name, String place) {
        names.add(kind, name, domain(folder.resolve(place).toUri()), CLASS_FILE, true);
    }

    private static ProtectionDomain domain(URI place) {
        try {
            return new ProtectionDomain(new CodeSource(place.toURL(), (Certificate @Nullable []) null), null);
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private List<String> early(long untilNanos) throws IOException {
        return List.copyOf(names.early(untilNanos));
    }
}
