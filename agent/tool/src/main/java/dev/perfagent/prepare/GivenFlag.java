package dev.perfagent.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent's flag, in either spelling, in a command that brings it along, in a file of arguments that the command names, or in a
 * variable that every JVM reads.
 *
 * @param place where it is: the variable's name, {@code the command}, or the file as {@code @FILE}
 * @param options what follows the jar; empty for nothing
 */
public record GivenFlag(String place, String options) {
    private static final List<String> FLAGS = List.of("-javaagent:", "-agentlib:instrument=");
    private static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    /** The first one there is; null when the command comes without. */
    public static @Nullable GivenFlag find(List<String> words, Map<String, String> environment, Path jar) {
        GivenFlag found = in("the command", words, jar);
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            found = found == null ? in(variable, split(value), jar) : found;
        }
        return found;
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
            GivenFlag found = word.startsWith("@") ? inFile(word, jar) : of(place, word, jar);
            if (found != null || word.equals("-jar")) {
                return found; // what follows is the program's
            }
        }
        return null;
    }

    private static @Nullable GivenFlag inFile(String word, Path jar) {
        try {
            for (String option : split(Files.readString(Path.of(word.substring(1))))) {
                GivenFlag found = of(word, option, jar);
                if (found != null) {
                    return found;
                }
            }
            return null;
        } catch (IOException | InvalidPathException e) {
            return null; // the JVM will say so
        }
    }

    private static @Nullable GivenFlag of(String place, String word, Path jar) {
        for (String flag : FLAGS) {
            if (word.startsWith(flag)) {
                String[] parts = word.substring(flag.length()).split("=", 2);
                return isSame(parts[0], jar) ? new GivenFlag(place, parts.length == 1 ? "" : parts[1]) : null;
            }
        }
        return null;
    }

    private static List<String> split(String options) {
        return List.of(options.replaceAll("[\"']", "").split("\\s+", -1));
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
