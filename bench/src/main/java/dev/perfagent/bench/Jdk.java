package dev.perfagent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JDK on this machine.
 *
 * @param version as its release file says
 */
public record Jdk(int feature, String version, Path home) {
    private static final int OLDEST = 17;
    /** Where Linux distributions, Temurin's installers, SDKMAN and GitHub's runners put theirs. */
    private static final List<String> FOLDERS = List.of(
            "/usr/lib/jvm",
            "/opt/java",
            "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk",
            System.getProperty("user.home") + "/.sdkman/candidates/java",
            "/Library/Java/JavaVirtualMachines");

    private static final String VERSION = "JAVA_VERSION=";

    /** Its launcher. */
    public Path java() {
        return home.resolve("bin/java");
    }

    /** The one this runs on. */
    public static Jdk own() {
        return new Jdk(
                Runtime.version().feature(),
                System.getProperty("java.version"),
                Path.of(System.getProperty("java.home")));
    }

    /** One of each feature release from 17 on, oldest first; of this one's, this. */
    public static List<Jdk> all() {
        TreeMap<Integer, Jdk> found = new TreeMap<>();
        found.put(own().feature, own());
        for (String folder : FOLDERS) {
            for (Path home : entries(Path.of(folder))) {
                Jdk jdk = at(home);
                if (jdk != null && jdk.feature >= OLDEST) {
                    found.putIfAbsent(jdk.feature, jdk);
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The JDK of that folder; null when there is none. */
    static @Nullable Jdk at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return null;
        }
        try {
            for (String line : Files.readAllLines(release)) {
                if (line.startsWith(VERSION)) {
                    String version = line.substring(VERSION.length()).replace("\"", "");
                    return new Jdk(Runtime.Version.parse(version).feature(), version, home);
                }
            }
            return null;
        } catch (IOException | IllegalArgumentException foreign) {
            return null;
        }
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
