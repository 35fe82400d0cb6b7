package dev.perfagent.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM to be started: with the agent or without, on a class path or a jar. */
final class Jvm {
    static final Path AGENT = Path.of("target/perf-agent.jar").toAbsolutePath();
    static final Path SAMPLE =
            Path.of("../../sample-cli/target/sample-cli.jar").toAbsolutePath().normalize();
    static final Path TEST_CLASSES = Path.of("target/test-classes").toAbsolutePath();
    static final Path CONFIG = Path.of("../../config").toAbsolutePath().normalize();

    /** Keeps the second compiler out of a JVM, which costs most of its time in a short run. */
    static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    /** It compiles a method when it was called three times as often as usual: an eighth less CPU time in a run that weaves. */
    private static final String LATER = "-XX:CompileThresholdScaling=3";

    /** Half as many page faults: on a virtual machine, where one takes 10 µs, a seventh less CPU time in a run that weaves. */
    private static final String LARGE_PAGES = "-XX:+UseTransparentHugePages";

    /** Says in brackets whether a program may ask for large pages; no such file where there are none. */
    private static final Path OFFERED_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private static final boolean HAS_LARGE_PAGES = hasLargePages();

    /** Long enough for the slowest machine; a JVM that takes it is stuck. */
    private static final long MOST_SECONDS = 120;

    /** What stands before the agent's jar: {@code -Pdirect} runs all tests in the other spelling. */
    static final String FLAG = System.getProperty("agent.flag", "-javaagent:");
    /**
     * A JVM that starts looks whether performance data of ended JVMs can be deleted, and locks each file for that. If another one
     * gets the same process id at that moment, it prints a warning to stdout that its own file is locked.
     */
    private static final String WITHOUT_CHANCE = "-Xlog:perf*=off";

    /** Whether the agent is loaded by {@code -agentlib:instrument=}, as in the profile {@code direct}. */
    static final boolean IS_AGENTLIB = FLAG.startsWith("-agentlib:");

    private final Jdk jdk;
    private final List<String> jvmArguments = new ArrayList<>();
    private final List<String> program = new ArrayList<>();
    private final List<String> wrapper = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Path folder;
    private String launcher = "java";
    private boolean isAsAtTheUsers;

    private Jvm(Jdk jdk, Path folder) {
        this.jdk = jdk;
        this.folder = folder;
        // Nothing of the machine's own settings may leak in.
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    }

    /** In that folder, which is the working directory and gets the captured output. */
    static Jvm on(Jdk jdk, Path folder) {
        return new Jvm(jdk, folder);
    }

    /** With the agent and these options, such as {@code home=…,config=…}. */
    Jvm agent(String... options) {
        String all = String.join(",", options);
        return jvm(all.isEmpty() ? FLAG + AGENT : flag(all));
    }

    /** The whole flag with the agent and that option, where it does not stand on the command line. */
    static String flag(String option) {
        return FLAG + AGENT + "=" + option;
    }

    Jvm jvm(String... arguments) {
        jvmArguments.addAll(List.of(arguments));
        return this;
    }

    private static boolean hasLargePages() {
        try {
            return Files.exists(OFFERED_PAGES)
                    && Files.readString(OFFERED_PAGES).contains("[madvise]");
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * With both compilers and memory by small pages, as at the users'. Other tests do without the second compiler, whose work on
     * code that runs for a second or two is a quarter of all that the tests cost.
     */
    Jvm bothCompilers() {
        isAsAtTheUsers = true;
        return this;
    }

    Jvm jar(Path jar, String... arguments) {
        program.addAll(List.of("-jar", jar.toString()));
        program.addAll(List.of(arguments));
        return this;
    }

    Jvm main(String classPath, String mainClass, String... arguments) {
        program.addAll(List.of("-cp", classPath, mainClass));
        program.addAll(List.of(arguments));
        return this;
    }

    /** A main class among the tests' own applications. */
    Jvm main(Class<?> mainClass, String... arguments) {
        return main(TEST_CLASSES.toString(), mainClass.getName(), arguments);
    }

    /** One of the JDK's own tools, such as {@code javac}, instead of {@code java}. */
    Jvm tool(String name, String... arguments) {
        launcher = name;
        program.addAll(List.of(arguments));
        return this;
    }

    /** What comes after the JVM's own arguments, as it is. */
    Jvm program(String... words) {
        program.addAll(List.of(words));
        return this;
    }

    /** Started by a shell, after these commands. */
    Jvm after(String shellCommands) {
        return inside("sh", "-c", shellCommands + "; exec \"$@\"", "sh");
    }

    /** Started by that command, which gets ours as its last arguments. */
    Jvm inside(String... command) {
        wrapper.addAll(List.of(command));
        return this;
    }

    Jvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts it and waits for its end. */
    Ended run() {
        try {
            Started started = start();
            return started.await();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it. */
    Started start() throws IOException {
        Files.createDirectories(folder);
        Path out = Files.createTempFile(folder, "stdout", ".txt");
        Path err = Files.createTempFile(folder, "stderr", ".txt");
        List<String> command = new ArrayList<>(DefaultSignals.wrapper());
        command.addAll(wrapper);
        command.add(jdk.home().resolve("bin").resolve(launcher).toString());
        if (launcher.equals("java")) {
            command.add(WITHOUT_CHANCE);
            if (!isAsAtTheUsers) {
                command.add(ONE_COMPILER);
                command.add(LATER);
                if (HAS_LARGE_PAGES) {
                    command.add(LARGE_PAGES);
                }
            }
        }
        command.addAll(jvmArguments);
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PERF_AGENT_")
                        || name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("MAVEN_OPTS")
                        || name.equals("JDK_JAVA_OPTIONS"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Started(process, out, err);
    }

    /** A JVM that runs. */
    record Started(Process process, Path out, Path err) {
        /** Waits until that has been written to stdout. */
        Started awaitOutput(String text) {
            Wait.until(() -> Files.readString(out).contains(text), () -> text + " was not printed");
            return this;
        }

        Ended await() {
            try {
                if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError("the JVM did not end within " + MOST_SECONDS + " s; it said: "
                            + Files.readString(out) + Files.readString(err));
                }
                return new Ended(process.exitValue(), Files.readAllBytes(out), Files.readString(err));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }

    /** A JVM that has ended. */
    @SuppressWarnings("ArrayRecordComponent") // compared by what is in it
    record Ended(int exitCode, byte[] stdout, String stderr) {
        String out() {
            return new String(stdout, StandardCharsets.UTF_8);
        }
    }
}
