package org.example;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A server of sorts, and an agent that looks at the class files which the JVM has of it. A file {@code
 * look.NAME} in its working directory has it write hashes of them to {@code seen.NAME}, and {@code stop} ends it.
 */
public final class LongLived {
    private static final int EXIT_CODE = 3;
    private static final long PAUSE_MS = 2;

    private static volatile @Nullable Instrumentation instrumentation;

    private LongLived() {}

    /** Called by the JVM. */
    public static void premain(@Nullable String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /** Called by the JVM when the agent is loaded once more: what it sees then is what all agents before it made. */
    public static void agentmain(@Nullable String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /** Runs until it is stopped. */
    public static void main(String[] arguments) throws Exception {
        Class.forName("sun.net.www.protocol.http.HttpURLConnection");
        new ProcessBuilder("true").start().waitFor();
        Runtime.getRuntime().addShutdownHook(new Thread()); // loads java.lang.Shutdown
        System.out.println("ready");
        while (!Files.exists(Path.of("stop"))) {
            work();
            for (String name : List.of("first", "before", "during", "after", "again")) {
                Path asked = Path.of("look." + name);
                if (Files.deleteIfExists(asked)) {
                    new ProcessBuilder("true").start().waitFor();
                    look(name);
                }
            }
            Thread.sleep(PAUSE_MS);
        }
        System.exit(EXIT_CODE);
    }

    /** Returns where in its own byte code it is, which hooks around the method move. */
    static int work() {
        return StackWalker.getInstance()
                .walk(frames -> frames.findFirst().orElseThrow().getByteCodeIndex());
    }

    private static void look(String name) throws Exception {
        Map<String, String> seen = new TreeMap<>();
        Map<String, byte[]> files = new TreeMap<>();
        seen.put("index", String.valueOf(work()));
        ClassFileTransformer looker = new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    String className,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] bytes) {
                if (redefined != null) {
                    seen.put(className, Integer.toHexString(Arrays.hashCode(bytes)));
                    files.put(className, bytes);
                }
                return null;
            }
        };
        Instrumentation given = instrumentation;
        if (given == null) {
            throw new IllegalStateException("this needs its own agent");
        }
        given.addTransformer(looker, true);
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> loaded : given.getAllLoadedClasses()) {
            if (given.isModifiableClass(loaded) && !loaded.isHidden() && isWorthALook(loaded.getName())) {
                all.add(loaded);
            }
        }
        given.retransformClasses(all.toArray(new Class<?>[0]));
        given.removeTransformer(looker);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(Path.of(name + '.' + file.getKey().replace('/', '.') + ".class"), file.getValue());
        }
        write(name, seen);
    }

    private static boolean isWorthALook(String name) {
        return List.of(
                        "org.example.LongLived",
                        "java.lang.ProcessBuilder",
                        "java.lang.ProcessHandleImpl",
                        "java.lang.Shutdown",
                        "sun.net.www.protocol.http.HttpURLConnection")
                .contains(name);
    }

    private static void write(String name, Map<String, String> seen) throws IOException {
        StringBuilder text = new StringBuilder();
        seen.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        Path half = Path.of("half." + name);
        Files.writeString(half, text);
        Files.move(half, Path.of("seen." + name));
    }
}
