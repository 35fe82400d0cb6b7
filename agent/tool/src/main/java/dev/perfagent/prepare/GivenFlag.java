package dev.perfagent.prepare;

import dev.perfagent.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent's flag, in either spelling, in a command that brings it along, if only by a file of arguments, or in a variable that
 * every JVM reads.
 *
 * @param place where it is: the variable's name, or {@code the command}
 * @param options what follows the jar; empty for nothing
 */
public record GivenFlag(String place, String options) {
    private static final List<String> FLAGS = List.of("-javaagent:", "-agentlib:instrument=");
    private static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    /** The first one there is; null when the command comes without. */
    public static @Nullable GivenFlag find(List<String> words, Map<String, String> environment, Path jar) {
        GivenFlag found = in("the command", MeasuredCommand.isJava(words.get(0)) ? options(words) : words, jar);
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            List<String> given = new ArrayList<>(List.of("java"));
            given.addAll(List.of(value.replaceAll("[\"']", "").strip().split("\\s+", -1)));
            found = found == null ? in(variable, options(given), jar) : found;
        }
        return found;
    }

    private static List<String> options(List<String> command) {
        return List.of(Machine.jvmOptions(command.toArray(String[]::new)));
    }

    /** The value of that option; null when it is not among them. */
    public @Nullable String option(String name) {
        for (String option : options.split(",", -1)) {
            if (option.strip().startsWith(name + "=")) {
                return option.strip().substring(name.length() + 1);
            }
        }
        return null;
    }

    private static @Nullable GivenFlag in(String place, List<String> words, Path jar) {
        for (String word : words) {
            for (String flag : FLAGS) {
                String[] parts =
                        word.startsWith(flag) ? word.substring(flag.length()).split("=", 2) : new String[0];
                if (parts.length > 0 && isSame(parts[0], jar)) {
                    return new GivenFlag(place, parts.length == 1 ? "" : parts[1]);
                }
            }
        }
        return null;
    }

    /** A copy of the jar is the agent too. */
    private static boolean isSame(String path, Path jar) {
        try {
            Path other = Path.of(path);
            return String.valueOf(other.getFileName()).equals(String.valueOf(jar.getFileName()))
                    || Files.isSameFile(other, jar);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
