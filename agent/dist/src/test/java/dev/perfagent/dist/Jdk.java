package dev.perfagent.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A JDK on this machine. */
record Jdk(int feature, Path home) {
    private static final int OLDEST = 17;
    private static final int FIRST_WITH_AOT_CACHE = 25;
    /** JEP 486. */
    private static final int FIRST_WITHOUT_SECURITY_MANAGER = 24;
    /** Where Linux distributions, Temurin's installers, SDKMAN and GitHub's runners put theirs. */
    private static final List<String> FOLDERS = List.of(
            "/usr/lib/jvm",
            "/opt/java",
            "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk",
            System.getProperty("user.home") + "/.sdkman/candidates/java",
            "/Library/Java/JavaVirtualMachines");

    private static final List<Jdk> ALL = find();

    Path java() {
        return home.resolve("bin/java");
    }

    /** The one the tests run on, then one of every other feature release from 17 on. For {@code @MethodSource}. */
    static List<Jdk> all() {
        return ALL;
    }

    /**
     * The one the tests run on, then those that are newer. For {@code @MethodSource}: a build on the oldest JDK tries
     * everything on each, so that one on a newer JDK repeats with older ones only the main job and endings ({@link #all}).
     */
    static List<Jdk> ownAndNewer() {
        return ALL.stream().filter(jdk -> jdk.feature >= own().feature).toList();
    }

    /** For {@code @MethodSource} of what hardly depends on the JDK: a build on each of them covers each. */
    static List<Jdk> onlyOwn() {
        return List.of(own());
    }

    /** Those that know {@code -XX:AOTCacheOutput} and {@code -XX:AOTMode}; none on a machine with JDK 17 alone. */
    static List<Jdk> withAotCache() {
        return ALL.stream().filter(jdk -> jdk.feature >= FIRST_WITH_AOT_CACHE).toList();
    }

    /** Those that have security managers; none on a machine with newer ones alone. */
    static List<Jdk> withSecurityManager() {
        return ALL.stream()
                .filter(jdk -> jdk.feature < FIRST_WITHOUT_SECURITY_MANAGER)
                .toList();
    }

    /** The one the tests run on. */
    static Jdk own() {
        return ALL.get(0);
    }

    /** The newest of all JDKs. A test that one JDK is enough for uses this one. */
    static Jdk newest() {
        return ALL.stream().max(Comparator.comparingInt(Jdk::feature)).orElseThrow();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }

    private static List<Jdk> find() {
        Jdk own = new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        TreeMap<Integer, Jdk> others = new TreeMap<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> homes = Files.exists(Path.of(folder)) ? Files.list(Path.of(folder)) : Stream.empty()) {
                homes.sorted().forEach(home -> at(home).ifPresent(jdk -> others.putIfAbsent(jdk.feature, jdk)));
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }
        others.remove(own.feature);
        List<Jdk> all = new ArrayList<>();
        all.add(own);
        all.addAll(others.values());
        return List.copyOf(all);
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> Runtime.Version.parse(
                                    line.substring("JAVA_VERSION=".length()).replace("\"", ""))
                            .feature())
                    .filter(feature -> feature >= OLDEST)
                    .map(feature -> new Jdk(feature, home))
                    .findFirst();
        } catch (IOException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
