package dev.perfagent.junit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts a command-line tool in a process of its own, with perf-agent. A parameter of a test with a {@link Budget}. */
public final class Cli {
    private final Path agent;
    private final Path home;
    private final @Nullable Path config;

    Cli(Path agent, Path home, @Nullable Path config) {
        this.agent = agent;
        this.home = home;
        this.config = config;
    }

    /**
     * {@return a process that can be started, with the agent}
     *
     * @param command what to start: {@code java} with its arguments, or a script that starts {@code java}, which has to let the
     *     variable {@code JDK_JAVA_OPTIONS} through
     */
    public ProcessBuilder process(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        ProcessBuilder process = new ProcessBuilder(words);
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("PERF_AGENT_"));
        environment.put("PERF_AGENT_HOME", home.toString());
        environment.put("PERF_AGENT_QUIET", "true");
        if (config != null) {
            environment.put("PERF_AGENT_CONFIG", config.toString());
        }
        if (!words.isEmpty() && isJava(words.get(0))) {
            words.add(1, "-javaagent:" + agent);
        } else {
            environment.merge(
                    "JDK_JAVA_OPTIONS", "-javaagent:\"" + agent + "\"", (others, ours) -> others + " " + ours);
        }
        return process;
    }

    /** The launcher says on stderr when it takes options from a variable, so it is given ours as an argument. */
    private static boolean isJava(String program) {
        String name = new File(program).getName().toLowerCase(Locale.ROOT);
        return name.equals("java") || name.equals("java.exe");
    }

    /**
     * Runs a command to its end, with the input and output of the test.
     *
     * @param command see {@link #process}
     * @return its exit code
     * @throws IOException when it cannot be started
     * @throws InterruptedException when the test is interrupted, after the command was killed
     */
    public int run(String... command) throws IOException, InterruptedException {
        Process process = process(command).inheritIO().start();
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }
}
