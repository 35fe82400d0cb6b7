package dev.perfagent.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The two small jars made from classes of this module: the smallest program, and the smallest agent. */
final class Jars {
    private Jars() {}

    /** The program, without picocli. */
    static Path hello(Places places) {
        return jar(
                places.target("programs/hello.jar"), "org/example/Hello.class", new Attributes.Name("Bench"), "hello");
    }

    /** An agent whose premain does nothing: what {@code -javaagent} costs by itself. */
    static Path nothingAgent(Places places) {
        return jar(
                places.target("programs/nothing-agent.jar"),
                "org/example/NothingAgent.class",
                new Attributes.Name("Premain-Class"),
                "org.example.NothingAgent");
    }

    private static Path jar(Path jar, String resource, Attributes.Name name, String value) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(name, value);
        try (InputStream in = Jars.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            Files.createDirectories(jar.getParent());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                out.putNextEntry(new JarEntry(resource));
                in.transferTo(out);
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
