package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a warm run does not load ahead what the first one loaded, because the application might notice. */
final class NotLoadedAheadIT {
    /**
     * Says which classes were there, and which threads of the agent ran a line of it, when the agent had loaded what it loads
     * ahead. If a property names a thread, it waits until there is one.
     */
    private static final String MAIN = """
            package app;
            import java.lang.invoke.MethodHandles;
            import java.lang.reflect.Method;
            import java.nio.charset.StandardCharsets;
            public class Main {
                public static void main(String[] arguments) throws Exception {
                    String awaited = System.getProperty("awaited");
                    if (awaited != null) {
                        System.out.println("main has begun");
                    }
                    while (awaited != null && !isRunning(awaited)) {
                        Thread.sleep(1);
                    }
                    for (Thread thread : Thread.getAllStackTraces().keySet()) {
                        if (thread.getName().equals("perf-agent-preload")) {
                            thread.join();
                        }
                    }
                    System.out.println(isLoaded("app.Main$Early") + " " + isLoaded("vendor.Signed"));
                    new Early();
                    new vendor.Signed();
                    defineChanged();
                    MethodHandles.lookup().defineClass(file("Same.class"));
                    System.out.println(Changed.version());
                    new Last();
                    System.out.println(Seen.THREADS);
                }
                static void defineChanged() throws Exception {
                    String text = new String(file("Changed.class"), StandardCharsets.ISO_8859_1).replace("as it is", "changed.");
                    MethodHandles.lookup().defineClass(text.getBytes(StandardCharsets.ISO_8859_1));
                }
                static byte[] file(String name) throws Exception {
                    return Main.class.getResourceAsStream(name).readAllBytes();
                }
                static boolean isRunning(String thread) {
                    return Thread.getAllStackTraces().keySet().stream().anyMatch(one -> one.getName().equals(thread));
                }
                static boolean isLoaded(String name) throws Exception {
                    Method find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
                    find.setAccessible(true);
                    return find.invoke(Main.class.getClassLoader(), name) != null;
                }
                static class Early {}
                static class Last {}
            }""";

    private static final String CHANGED =
            "package app; public class Changed { public static String version() { return \"as it is\"; } }";

    private static final String SAME = "package app; public class Same {}";

    private static final String SIGNED = "package vendor; public class Signed {}";

    private static final String SEEN = """
            package app;
            import java.util.Set;
            import java.util.concurrent.ConcurrentSkipListSet;
            public class Seen {
                public static final Set<String> THREADS = new ConcurrentSkipListSet<>();
                public static void here() {
                    String name = Thread.currentThread().getName();
                    if (name.startsWith("perf-agent")) {
                        THREADS.add(name);
                    }
                }
            }""";

    private static final String MANAGER = """
            package app;
            import java.security.Permission;
            @SuppressWarnings("removal")
            public class Manager extends SecurityManager {
                @Override public void checkPermission(Permission permission) {}
            }""";

    /** The JVM has it find the agent, too. */
    private static final String LOADER = """
            package app;
            import java.net.URL;
            import java.net.URLClassLoader;
            import java.nio.file.Path;
            public class Loader extends URLClassLoader {
                public Loader(ClassLoader parent) {
                    super(new URL[0], parent);
                }
                @Override protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                    Seen.here();
                    return super.loadClass(name, resolve);
                }
                void appendToClassPathForInstrumentation(String jar) throws Exception {
                    addURL(Path.of(jar).toUri().toURL());
                }
            }""";

    /** Nothing was there, no code of the application's ran on a thread of ours, and the other form of a class was taken. */
    private static final String NOTHING = "false false\nchanged.\n[]\n";

    /** As the launcher starts it, between us and main. */
    private static final String WATCHER = """
            package app;
            import java.lang.instrument.*;
            import java.security.ProtectionDomain;
            import java.util.Set;
            import java.util.concurrent.ConcurrentSkipListSet;
            public class Watcher {
                static final Set<String> SEEN = new ConcurrentSkipListSet<>();
                public static void agentmain(String arguments, Instrumentation instrumentation) {
                    instrumentation.addTransformer(new ClassFileTransformer() {
                        @Override public byte[] transform(
                                ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] file) {
                            if (name.startsWith("app/Main")) {
                                SEEN.add(name);
                            }
                            return null;
                        }
                    });
                }
            }""";

    private static final String WATCHED = """
            package app;
            public class Main {
                public static void main(String[] arguments) {
                    new Early();
                    System.out.println(Watcher.SEEN);
                }
                static class Early {}
            }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void whatTheApplicationWouldNotice(Jdk jdk) {
        PlanRuns runs = runs();
        assertThat(runs.next(jdk).ended().out()).isEqualTo(NOTHING);

        assertWarm(runs.next(jdk), NOTHING.replaceFirst("false", "true"));
        assertWarm(runs.next(jdk, jvm -> program(jvm.jvm("-XX:ActiveProcessorCount=1"))), NOTHING);
        assertWarm(runs.next(jdk, jvm -> program(jvm, "other")), NOTHING);
        // of both the JVM itself says something as well
        assertThat(ended(runs, jdk, "-Djava.system.class.loader=app.Loader").out())
                .endsWith(NOTHING);
        if (Jdk.withSecurityManager().contains(jdk)) {
            assertThat(ended(runs, jdk, "-Djava.security.manager=app.Manager").out())
                    .isEqualTo(NOTHING);
        }
        assertThat(runs.home().agentLog()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anythingIfSomebodyCameIntoTheFirstRun(Jdk jdk) throws IOException, AttachNotSupportedException {
        PlanRuns runs = runs();
        Jvm waits = Jvm.on(jdk, folder).agent(runs.option()).jvm("-Dawaited=Attach Listener");
        Jvm.Started first = program(waits).start().awaitOutput("main has begun"); // else nobody can attach yet
        VirtualMachine.attach(Long.toString(first.process().pid())).detach();
        assertThat(first.await().out()).endsWith(NOTHING);

        assertWarm(runs.next(jdk), NOTHING);
    }

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#ownAndNewer")
    void anythingWhereTheJarHasAnAgentOfItsOwn(Jdk jdk) {
        Map<String, String> manifest = Map.of("Main-Class", "app.Main", "Launcher-Agent-Class", "app.Watcher");
        Path jar = Packed.sources(folder.resolve("watched.jar"), "", manifest, WATCHER, WATCHED);

        PlanRuns.Measured warm = new PlanRuns(folder, jvm -> jvm.jar(jar)).coldThenWarm(jdk);

        assertThat(warm.ended().out()).isEqualTo("[app/Main, app/Main$Early]\n");
    }

    private Jvm.Ended ended(PlanRuns runs, Jdk jdk, String option) {
        return runs.next(jdk, jvm -> program(jvm.jvm(option))).ended();
    }

    private static void assertWarm(PlanRuns.Measured run, String out) {
        assertThat(run.ended().stderr()).isEmpty();
        assertThat(run.ended().out()).isEqualTo(out);
        assertThat(run.plan()).isEqualTo("warm");
    }

    private PlanRuns runs() {
        Path classes = Packed.compile(folder.resolve("classes"), "", SIGNED);
        Path unsigned = Packed.sources(folder.resolve("unsigned.jar"), "", Map.of(), SIGNED);
        sign(unsigned, folder.resolve("signed.jar"));
        Packed.sources(
                folder.resolve("main.jar"), classes.toString(), Map.of(), MAIN, CHANGED, SAME, SEEN, LOADER, MANAGER);
        return new PlanRuns(folder, this::program);
    }

    private Jvm program(Jvm jvm, String... arguments) {
        String classPath = folder.resolve("main.jar") + ":" + folder.resolve("signed.jar");
        return jvm.jvm("--add-opens=java.base/java.lang=ALL-UNNAMED").main(classPath, "app.Main", arguments);
    }

    private void sign(Path jar, Path signed) {
        Path keys = folder.resolve("keys");
        String[] words = "-genkeypair -alias own -dname CN=own -keyalg EC -storepass secret".split(" ");
        Jvm.Ended made = Jvm.on(Jdk.own(), folder)
                .tool("keytool", words)
                .program("-keystore", keys.toString())
                .run();
        assertThat(made.exitCode()).as(made.out()).isZero();
        try (InputStream in = Files.newInputStream(keys);
                ZipFile from = new ZipFile(jar.toFile());
                OutputStream to = Files.newOutputStream(signed)) {
            char[] password = "secret".toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyStore.Entry own = store.getEntry("own", new KeyStore.PasswordProtection(password));
            new JarSigner.Builder((KeyStore.PrivateKeyEntry) own).build().sign(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new AssertionError(failure);
        }
    }
}
