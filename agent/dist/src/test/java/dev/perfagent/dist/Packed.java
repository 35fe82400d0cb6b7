package dev.perfagent.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Jars that the tests make themselves. */
final class Packed {
    /** Of {@link #modularApplication}, as {@code java -m} has it. */
    static final String MODULAR_MAIN = "org.modular/org.modular.App";

    private Packed() {}

    /** An agent that is one of the tests' own classes, with classes that are nested in it. */
    static Path agent(Path folder, Class<?> agent, String... nested) {
        Path jar = folder.resolve(agent.getSimpleName() + ".jar");
        Map<String, Path> entries = new TreeMap<>();
        String outer = agent.getName().replace('.', '/');
        entries.put(outer + ".class", Jvm.TEST_CLASSES.resolve(outer + ".class"));
        for (String name : nested) {
            String entry = outer + "$" + name + ".class";
            entries.put(entry, Jvm.TEST_CLASSES.resolve(entry));
        }
        return pack(jar, Map.of("Premain-Class", agent.getName(), "Can-Retransform-Classes", "true"), entries);
    }

    /** One of the tests' own applications, with the classes that are nested in it. */
    static Path classes(Path jar, Class<?> application) {
        String name = application.getName().replace('.', '/');
        Map<String, Path> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(Jvm.TEST_CLASSES.resolve(name).getParent())) {
            files.map(file -> Jvm.TEST_CLASSES.relativize(file).toString().replace('\\', '/'))
                    .filter(entry -> entry.equals(name + ".class") || entry.startsWith(name + "$"))
                    .forEach(entry -> entries.put(entry, Jvm.TEST_CLASSES.resolve(entry)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return pack(jar, Map.of("Main-Class", application.getName()), entries);
    }

    /**
     * A jar of sources compiled just now.
     *
     * @param jar to be written, or replaced
     * @param classPath to compile against; empty for none
     * @param manifest attributes beside the version
     * @param sources each begins with its package's line and has one public type
     */
    static Path sources(Path jar, String classPath, Map<String, String> manifest, String... sources) {
        try {
            Path work = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "sources");
            Path classes = compile(work.resolve("classes"), classPath, sources);
            Map<String, Path> entries = new TreeMap<>();
            try (Stream<Path> files = Files.walk(classes)) {
                files.filter(Files::isRegularFile)
                        .forEach(file ->
                                entries.put(classes.relativize(file).toString().replace('\\', '/'), file));
            }
            return pack(jar, manifest, entries);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Compiles them into that folder. */
    static Path compile(Path classes, String classPath, String... sources) {
        try {
            List<String> arguments =
                    new ArrayList<>(List.of("--release", "17", "-nowarn", "-parameters", "-d", classes.toString()));
            arguments.addAll(List.of("-cp", classPath.isEmpty() ? classes.toString() : classPath));
            Path work = Files.createTempDirectory(classes.toAbsolutePath().getParent(), "java");
            for (String source : sources) {
                String name = source.replaceAll("(?s).*?(?:class|interface) (\\w+).*", "$1");
                Path file = Files.createDirectories(work).resolve(name + ".java");
                Files.writeString(file, source);
                arguments.add(file.toString());
            }
            Twin.tool("javac", arguments.toArray(new String[0]));
            return classes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The module path of an application that needs nothing but java.base; its argument is its exit code.
     *
     * @param folder gets its sources, too
     */
    static Path modularApplication(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("src/org/modular"));
        Files.writeString(folder.resolve("src/module-info.java"), "module org.modular {}\n");
        Files.writeString(source.resolve("App.java"), """
            package org.modular;

            public class App {
                public static void main(String[] arguments) {
                    System.out.println("modular");
                    System.exit(Integer.parseInt(arguments[0]));
                }
            }
            """);
        Path modules = folder.resolve("modules/org.modular");
        Twin.tool(
                "javac",
                "--release",
                "17",
                "-d",
                modules.toString(),
                folder.resolve("src/module-info.java").toString(),
                source.resolve("App.java").toString());
        return folder.resolve("modules");
    }

    static Path pack(Path jar, Map<String, String> attributes, Map<String, Path> entries) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream pack = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                pack.putNextEntry(new JarEntry(entry.getKey()));
                Files.copy(entry.getValue(), pack);
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
