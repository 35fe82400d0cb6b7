package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A warm run loads ahead what the first one loaded at its start, and the application sees nothing of it. */
final class EarlyClassesIT {
    /** With a property it waits until the last class of the list is loaded. Then it replaces the file of another class. */
    private static final String MAIN = """
            package app;
            import java.lang.reflect.Method;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.nio.file.StandardCopyOption;
            public class Main {
                public static void main(String[] arguments) throws Exception {
                    String newer = System.getProperty("newer");
                    if (newer != null) {
                        while (!isLoaded("app.Main$Last")) {
                            Thread.sleep(1);
                        }
                        System.out.println(isLoaded("app.Main$Early"));
                        Path written = Path.of(arguments[0]).resolve("written/Written.class");
                        Files.copy(Path.of(newer), written, StandardCopyOption.REPLACE_EXISTING);
                        show();
                        return;
                    }
                    new Early();
                    show();
                    new Last();
                }
                static void show() {
                    System.out.println(written.Written.version() + " " + new InJar().version());
                }
                static boolean isLoaded(String name) throws Exception {
                    Method find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
                    find.setAccessible(true);
                    return find.invoke(ClassLoader.getSystemClassLoader(), name) != null;
                }
                static class Early { static { System.out.println("initialised"); } }
                static class Last {}
                static class InJar extends written.Written {}
            }""";

    private static final String WRITTEN = """
            package written; public class Written { public static int version() { return 1; } }""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.perfagent.dist.Jdk#all")
    void onlyWhatTheApplicationCannotChangeAndWithoutInitialisingIt(Jdk jdk) {
        Path classes = Packed.compile(folder.resolve("classes"), "", WRITTEN);
        Path newer = Packed.compile(folder.resolve("newer"), "", WRITTEN.replace("return 1", "return 2"));
        String main = Packed.sources(folder.resolve("main.jar"), classes.toString(), Map.of(), MAIN) + ":" + classes;
        PlanRuns runs = new PlanRuns(folder, jvm -> program(jvm, main, classes.toString()));
        assertThat(runs.next(jdk).ended().out()).isEqualTo("initialised\n1 1\n");

        String option = "-Dnewer=" + newer.resolve("written/Written.class");
        PlanRuns.Measured warm = runs.next(jdk, jvm -> program(jvm.jvm(option), main, classes.toString()));

        assertThat(warm.ended().stderr()).isEmpty();
        assertThat(warm.ended().out()).isEqualTo("true\n2 2\n");
        assertThat(warm.plan()).isEqualTo("warm");
    }

    private static Jvm program(Jvm jvm, String classPath, String... arguments) {
        return jvm.jvm("--add-opens=java.base/java.lang=ALL-UNNAMED").main(classPath, "app.Main", arguments);
    }
}
