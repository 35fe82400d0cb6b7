package dev.perfagent.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * What is made from classes of this module: the smallest program, as a jar and as a folder, one that uses OkHttp, and the
 * smallest agent's jar.
 */
final class Jars {
    private static final String HELLO = "org/example/Hello.class";

    private Jars() {}

    /** The program, without picocli. */
    static Path hello(Places places) {
        return jar(places.target("programs/hello.jar"), HELLO, new Attributes.Name("Bench"), "hello");
    }

    /** The same as a folder of classes. */
    static Path helloFolder(Places places) {
        Path folder = places.target("programs/hello-classes");
        Path file = folder.resolve(HELLO);
        try (InputStream in = resource(HELLO)) {
            Files.createDirectories(file.getParent());
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A program that sends requests by OkHttp, without OkHttp. */
    static Path okHttpRequests(Places places) {
        return jar(
                places.target("programs/okhttp-requests.jar"),
                "org/example/OkHttpRequests.class",
                new Attributes.Name("Bench"),
                "okhttp");
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
        try (InputStream in = resource(resource)) {
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

    private static InputStream resource(String name) {
        InputStream in = Jars.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return in;
    }
}
