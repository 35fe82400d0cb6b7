package dev.perfagent.prepare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that starts a JVM, as it is to be run for the agent to be in that JVM.
 *
 * @param words program and arguments
 * @param environment all of it
 */
public record MeasuredCommand(List<String> words, Map<String, String> environment) {
    private static final String TOOL_OPTIONS = "JAVA_TOOL_OPTIONS";

    public MeasuredCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /**
     * With the agent's flag put into the command.
     *
     * @param jar the agent's
     * @param config as the user wrote it; null to leave it to the environment
     */
    public static MeasuredCommand attaching(
            Path jar, Path home, @Nullable String config, List<String> words, Map<String, String> environment) {
        return with(new AgentFlag(jar, home.toAbsolutePath(), config), words, environment);
    }

    /** Java itself gets the flag as its first argument; whatever else starts a JVM passes it on in {@code JAVA_TOOL_OPTIONS}. */
    static MeasuredCommand with(AgentFlag flag, List<String> words, Map<String, String> environment) {
        List<String> measured = new ArrayList<>(words);
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(flag.variables());
        if (isJava(words.get(0))) {
            measured.add(1, flag.text());
        } else {
            String others = environment.getOrDefault(TOOL_OPTIONS, "");
            variables.put(TOOL_OPTIONS, (others + " " + flag.quoted()).strip());
        }
        return new MeasuredCommand(measured, variables);
    }

    /** The same with further flags of Java, none of which has a blank or a quote. */
    public MeasuredCommand withFlags(List<String> flags) {
        List<String> more = new ArrayList<>(words);
        Map<String, String> variables = new HashMap<>(environment);
        if (isJava(words.get(0))) {
            more.addAll(1, flags);
        } else {
            String others = environment.getOrDefault(TOOL_OPTIONS, "");
            variables.put(TOOL_OPTIONS, (others + " " + String.join(" ", flags)).strip());
        }
        return new MeasuredCommand(more, variables);
    }

    /** The same with further variables of the environment. */
    public MeasuredCommand withVariables(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(more);
        return new MeasuredCommand(words, variables);
    }

    /** Whether that is the JDK's launcher, by its name. */
    public static boolean isJava(String program) {
        Path name = Path.of(program).getFileName();
        return name != null
                && (name.toString().equals("java") || name.toString().equals("java.exe"));
    }
}
