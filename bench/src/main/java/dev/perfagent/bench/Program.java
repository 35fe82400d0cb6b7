package dev.perfagent.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A program to be measured.
 *
 * @param words what follows the JVM's own arguments
 * @param config a configuration of perf-agent that was written for it; empty when there is none
 */
record Program(String name, List<String> words, List<Path> config) {
    Program {
        words = List.copyOf(words);
        config = List.copyOf(config);
    }

    /** By the name it has on the command line. */
    static Program named(String name, Places places) {
        return switch (name) {
            case "hello" -> hello(places);
            case "ghpm" ->
                new Program(
                        name,
                        List.of("-jar", places.ghpm().toString(), "status", "--demo"),
                        List.of(places.ghpmConfig()));
            case "checkstyle" ->
                new Program(
                        name,
                        List.of(
                                "-cp",
                                places.checkstyle() + "/*",
                                "com.puppycrawl.tools.checkstyle.Main",
                                "-c",
                                "/sun_checks.xml",
                                places.checkstyleInput().toString()),
                        List.of());
            default -> throw new IllegalArgumentException("there is no program '" + name + "'");
        };
    }

    /** The smallest that is worth measuring: one picocli command, one option, one line. */
    static Program hello(Places places) {
        String classPath = Jars.hello(places) + java.io.File.pathSeparator + places.picocli();
        return new Program("hello", List.of("-cp", classPath, "org.example.Hello", "--name", "you"), List.of());
    }
}
