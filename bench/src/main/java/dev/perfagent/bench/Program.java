package dev.perfagent.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * A program to be measured.
 *
 * @param words what follows the JVM's own arguments
 * @param config a configuration of perf-agent that was written for it; empty when there is none
 * @param hasStarts whether other ways to start it are measured too: it is so small that they make a difference
 */
record Program(String name, List<String> words, List<Path> config, boolean hasStarts) {
    Program {
        words = List.copyOf(words);
        config = List.copyOf(config);
    }

    /** By the name it has on the command line. */
    static Program named(String name, Places places) {
        return switch (name) {
            case "hello" -> hello(places);
            case "hello-folder" -> hello(name, Jars.helloFolder(places), places);
            case "ghpm" ->
                new Program(
                        name,
                        List.of("-jar", places.ghpm().toString(), "status", "--demo"),
                        List.of(places.ghpmConfig()),
                        false);
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
                        List.of(),
                        false);
            case "okhttp" ->
                new Program(
                        name,
                        List.of(
                                "-cp",
                                Jars.okHttpRequests(places) + File.pathSeparator + places.okHttp() + "/*",
                                "org.example.OkHttpRequests"),
                        List.of(),
                        false);
            default -> throw new IllegalArgumentException("there is no program '" + name + "'");
        };
    }

    /** The smallest that is worth measuring: one picocli command, one option, one line. Its own class is in a jar. */
    static Program hello(Places places) {
        return hello("hello", Jars.hello(places), places);
    }

    private static Program hello(String name, Path classes, Places places) {
        String classPath = classes + File.pathSeparator + places.picocli();
        return new Program(name, List.of("-cp", classPath, "org.example.Hello", "--name", "you"), List.of(), true);
    }
}
