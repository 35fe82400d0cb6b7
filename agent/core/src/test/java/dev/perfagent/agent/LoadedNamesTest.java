package dev.perfagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.machine.Machine;
import dev.perfagent.plan.LoaderKind;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which classes the next runs load ahead. */
final class LoadedNamesTest {
    private static final String JAR = "file:/app/main.jar";

    private final LoadedNames names = new LoadedNames();

    @Test
    void allWhereNoFrameworkReadsTheCommandLine() {
        add(LoaderKind.SYSTEM, "app/Main", JAR);
        add(LoaderKind.SYSTEM, "app/Main$Part", JAR);
        add(LoaderKind.SYSTEM, "lib/Library", "file:/app/library.jar");
        add(LoaderKind.SYSTEM, "app/Last", JAR);

        assertThat(early(0)).containsExactly("app.Main", "app.Main$Part", "lib.Library", "app.Last");
        assertThat(names.all()).isEqualTo(early(0));
    }

    @Test
    void elseThoseBeforeTheCommandLineWasRead() {
        add(LoaderKind.SYSTEM, "app/Main", JAR);
        add(LoaderKind.SYSTEM, "lib/Parser", "file:/app/library.jar");
        long read = System.nanoTime();
        add(LoaderKind.SYSTEM, "app/Command", JAR);

        assertThat(early(read)).containsExactly("app.Main", "lib.Parser");
    }

    @Test
    void noneThatMayBeAnotherOneOrNotThere() throws MalformedURLException {
        add(LoaderKind.OTHER, "app/Plugin", JAR);
        add(LoaderKind.SYSTEM, "app/InAFolder", "file:/app/classes/");
        add(LoaderKind.SYSTEM, "app/Main$$EnhancerByName", JAR);
        names.add(LoaderKind.SYSTEM, "jdk/proxy1/$Proxy4", null);
        names.add(LoaderKind.SYSTEM, "app/MadeUp", new ProtectionDomain(null, null));
        CodeSource signed = new CodeSource(URI.create(JAR).toURL(), new CodeSigner[0]);
        names.add(LoaderKind.SYSTEM, "app/Signed", new ProtectionDomain(signed, null));

        assertThat(early(0)).isEmpty();
        assertThat(names.all()).hasSize(6);
    }

    @Test
    void noMoreThanThreeHundred() {
        for (int i = 0; i < 400; i++) {
            add(LoaderKind.SYSTEM, "app/Part" + i, JAR);
        }

        assertThat(early(0)).hasSize(300).startsWith("app.Part0").endsWith("app.Part299");
    }

    /** The JVM's thread has that name; an agent that came this way may want to see classes before they are loaded. */
    @Test
    void noneWhereAnotherProcessCameIn() throws InterruptedException {
        add(LoaderKind.SYSTEM, "app/Main", JAR);
        CountDownLatch over = new CountDownLatch(1);
        Thread listener = new Thread(Machine.systemGroup(), () -> awaited(over), "Attach Listener");
        listener.start();
        try {
            assertThat(early(0)).isEmpty();
        } finally {
            over.countDown();
            listener.join();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(LoaderKind kind, String name, String place) {
        try {
            CodeSource source = new CodeSource(URI.create(place).toURL(), (Certificate @Nullable []) null);
            names.add(kind, name, new ProtectionDomain(source, null));
        } catch (MalformedURLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private List<String> early(long untilNanos) {
        return new String(names.early(untilNanos), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
