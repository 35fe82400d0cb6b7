package dev.perfagent.prepare.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that is started by {@code java}, and where that is.
 *
 * @param java the launcher
 * @param arguments all that follow it
 * @param environment all of it
 */
public record JavaProgram(String java, List<String> arguments, Map<String, String> environment) {
    private static final String VERSION = "java.specification.version = ";

    public JavaProgram {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The command line with those options of the JVM in front of the others. */
    List<String> with(List<String> options) {
        List<String> words = new ArrayList<>();
        words.add(java);
        words.addAll(options);
        words.addAll(arguments);
        return words;
    }

    /**
     * The feature version of its JDK, such as 25.
     *
     * @throws IOException if the launcher does not say it
     */
    int feature(ProgramRunner runner) throws IOException {
        ProgramRun asked = runner.run(List.of(java, "-XshowSettings:properties", "-version"), environment);
        for (String line : asked.err().lines().toList()) {
            if (line.strip().startsWith(VERSION)) {
                String version = line.strip().substring(VERSION.length());
                return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
            }
        }
        throw new IOException(
                java + " does not say which version it is: " + asked.err().strip());
    }
}
